import type { Headers } from "../mime/headers.ts";
import { type Reason, reason } from "../reasons.ts";
import { domainOf } from "../words/addresses.ts";
import { type Hop, lastPublicHop, parseReceived } from "./received.ts";

interface ReturnedMail {
  /** Header of the mail that came back. */
  readonly original: Headers;
  /** The envelope sender, to whom reports go. */
  readonly mailFrom: string | null;
  readonly reportingMta: string | null;
}

/**
 * What the header of a returned mail tells about whether its sender is forged: what the receiving side noted about it,
 * whether a server of the sender's domain appears in the trace, where the Message-ID was made. Empty where the header is
 * too short to tell.
 */
export function forgerySigns({ original, mailFrom, reportingMta }: ReturnedMail): readonly Reason[] {
  const received = original.all("received").slice(0, 30);
  if (mailFrom === null || !mailFrom.includes("@") || received.length === 0) return [];
  const domain = domainOf(mailFrom);
  if (reportingMta !== null && isOf(reportingMta, domain))
    return [reason("report-from-own-server", { host: reportingMta })];
  const hops = received.map(parseReceived);
  return [
    ...noted(original, domain),
    ...fromHome(received),
    ...fromTrace(hops, domain),
    ...fromMessageId(original, hops, domain),
    ...fromSignatures(original, domain),
  ];
}

/** Received-SPF (RFC 7208 9.1), Authentication-Results (RFC 8601) and the marks of spam filters. */
function noted(original: Headers, domain: string): readonly Reason[] {
  const spf = original.all("received-spf").join("\n").slice(0, 4000);
  const results = original.all("authentication-results").join("\n").slice(0, 8000);
  const spfFailed = /^\s{0,10}(?:soft)?fail\b/im.test(spf) || /\bspf=(?:soft|hard)?fail\b/i.test(results);
  const flag = `${original.raw("x-spam-flag") ?? ""} ${original.raw("x-spam-status") ?? ""}`;
  const marked =
    /^\s{0,5}yes\b|\byes,/i.test(flag) || /\*{2,5}spam|\[spam\]/i.test(original.get("subject") ?? "");
  return [
    ...(spfFailed ? [reason("quoted-spf-failed", { domain })] : []),
    ...(/\bdmarc=fail\b/i.test(results) ? [reason("quoted-dmarc-failed", { domain })] : []),
    ...(marked ? [reason("quoted-marked-as-spam", {})] : []),
  ];
}

/** The last server before the receiving side has a name as access providers give to their customers. */
function fromHome(received: readonly string[]): readonly Reason[] {
  const hop = lastPublicHop(received);
  const line = hop === null ? undefined : received.find(value => parseReceived(value).ip === hop.ip);
  const host = line === undefined ? undefined : HOME.exec(line.slice(0, 500).split(/\sby\s/)[0] ?? "")?.[0];
  return host === undefined ? [] : [reason("quoted-from-dial-up", { host })];
}

/** A name with its own address in it, or with the words for access lines before the provider's domain. */
const HOME =
  /\b(?:[\w-]{1,63}\.){0,4}[\w-]{0,40}(?:\d{1,3}[-x.]\d{1,3}[-x.]\d{1,3}[-x.]\d{1,3}|\b(?:[av]?dsl|dyn(?:amic)?|dial(?:up|in)?|dhcp|ppp(?:oe)?|pool|cable|broadband|cust(?:omer)?|client|home|fttx|ftth)\b)[\w-]{0,40}(?:\.[\w-]{1,63}){1,6}\.[a-z]{2,12}\b/i;

function fromTrace(hops: readonly Hop[], domain: string): readonly Reason[] {
  const own = hops.flatMap(hop => [hop.by, hop.helo]).find(host => host !== null && isOf(host, domain));
  return own === undefined || own === null
    ? [reason("quoted-trace-foreign", { domain })]
    : [reason("quoted-trace-own", { host: own })];
}

function fromMessageId(original: Headers, hops: readonly Hop[], domain: string): readonly Reason[] {
  const host = /@([^\s<>@]{1,253})>/.exec(original.raw("message-id") ?? "")?.[1]?.toLowerCase();
  if (host === undefined || !host.includes(".") || isOf(host, domain)) return [];
  const onTheWay = hops.some(hop => [hop.by, hop.helo].some(name => name !== null && isOf(name, host)));
  return onTheWay ? [] : [reason("quoted-message-id-foreign", { host, domain })];
}

function fromSignatures(original: Headers, domain: string): readonly Reason[] {
  const signed = original
    .all("dkim-signature")
    .slice(0, 20)
    .some(value => isOf(/(?:^|;)\s*d\s*=\s*([^\s;]{1,253})/i.exec(value)?.[1] ?? "", domain));
  return signed ? [reason("quoted-signed", { domain })] : [];
}

/** Whether two names belong to one owner, as far as a sign among others needs it. */
const isOf = (host: string, domain: string): boolean => registered(host) === registered(domain);

/**
 * The last two labels, three below short second levels ("co.uk", "com.br"). The list of public suffixes is more precise,
 * and loading it costs as much as reading a hundred mails.
 */
function registered(name: string): string {
  const labels = name.toLowerCase().replace(/\.$/, "").split(".");
  const [second = "", top = ""] = labels.slice(-2);
  return labels.slice(top.length === 2 && second.length <= 3 ? -3 : -2).join(".");
}
