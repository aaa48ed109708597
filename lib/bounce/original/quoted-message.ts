import type { QuotedMessage } from "../failure.ts";
import type { Headers } from "../mime/headers.ts";
import { findAddresses, firstAddress } from "../words/addresses.ts";
import { firstIp, isPrivateIp } from "../words/hosts.ts";
import { lastPublicHop, parseReceived } from "./received.ts";

export const NOTHING_QUOTED: QuotedMessage = {
  from: null,
  mailFrom: null,
  to: [],
  sendingIp: null,
  helo: null,
  messageId: null,
  subject: null,
  date: null,
  dkim: [],
  authenticationResults: [],
};

/** What the header of the returned mail tells. */
export function quotedMessage(headers: Headers): QuotedMessage {
  if (headers.fields.length === 0) return NOTHING_QUOTED;
  const received = headers.all("received");
  const hop = lastPublicHop(received);
  const spf = headers.raw("received-spf") ?? "";
  return {
    from: firstAddress(headers.get("from") ?? ""),
    mailFrom: envelopeSender(headers, received),
    to: findAddresses(headers.all("to").join(", ").slice(0, 4000)).map(found => found.address),
    sendingIp: ipSeenByReceiver(headers, spf) ?? hop?.ip ?? null,
    helo: /\bhelo=([^\s;]{1,255})/i.exec(spf)?.[1] ?? hop?.helo ?? null,
    messageId: messageIdOf(headers),
    subject: nonEmpty(headers.get("subject")),
    date: nonEmpty(headers.get("date")),
    dkim: dkimSignatures(headers),
    authenticationResults: headers.all("authentication-results").slice(0, 10),
  };
}

const nonEmpty = (text: string | null): string | null =>
  text === null || text.trim() === "" ? null : text.trim();

function envelopeSender(headers: Headers, received: readonly string[]): string | null {
  const path = headers.raw("return-path") ?? headers.raw("x-envelope-from") ?? headers.raw("x-mailfrom");
  return (
    (path === null ? null : firstAddress(path)) ??
    received.map(line => parseReceived(line).envelopeFrom).find(sender => sender !== null) ??
    null
  );
}

/** The receiving side names the address it judged: Received-SPF (RFC 7208 9.1), Exchange's report, spf= comments. */
function ipSeenByReceiver(headers: Headers, spf: string): string | null {
  const results = headers.all("authentication-results").join(" ").slice(0, 4000);
  const report = headers.raw("x-forefront-antispam-report") ?? "";
  const ip =
    /\bclient-ip=([^\s;]{2,45})/i.exec(spf)?.[1] ??
    /\bsender IP is ([\da-f.:]{2,45})\)/i.exec(results)?.[1] ??
    /\bCIP:([\da-f.:]{2,45});/i.exec(report)?.[1];
  const clean = ip === undefined ? null : firstIp(ip);
  return clean === null || isPrivateIp(clean) || clean === "255.255.255.255" ? null : clean;
}

function messageIdOf(headers: Headers): string | null {
  const value = headers.raw("message-id");
  return value === null ? null : (/<[^<>\s]{1,900}>/.exec(value)?.[0] ?? nonEmpty(value));
}

/** d= and s= of every DKIM-Signature (RFC 6376 3.5). */
function dkimSignatures(headers: Headers): QuotedMessage["dkim"] {
  const seen = new Map<string, { readonly domain: string; readonly selector: string }>();
  for (const signature of headers.all("dkim-signature").slice(0, 20)) {
    const domain = /(?:^|;)\s*d\s*=\s*([^\s;]{1,253})/i.exec(signature)?.[1]?.toLowerCase();
    const selector = /(?:^|;)\s*s\s*=\s*([^\s;]{1,253})/i.exec(signature)?.[1];
    if (domain !== undefined && selector !== undefined)
      seen.set(`${selector} ${domain}`, { domain, selector });
  }
  return [...seen.values()];
}
