import type { BounceReading, QuotedMessage, Reply } from "../failure.ts";
import { NOTHING_QUOTED } from "../original/quoted-message.ts";
import { sendingIpIn } from "../original/sending-ip.ts";
import { withSignedHosts } from "../replies/peer.ts";
import { readReply } from "../replies/read-reply.ts";
import type { BounceEvent, Stage } from "../vocabulary.ts";

export interface LogEntry {
  readonly format: string;
  readonly event: BounceEvent;
  readonly recipient: string | null;
  readonly originalRecipient?: string | null;
  /** What the log quotes as the reply or the reason. */
  readonly reason: string | null;
  readonly status?: string | null;
  readonly reportingMta?: string | null;
  readonly remoteMta?: string | null;
  readonly remoteIp?: string | null;
  readonly stage?: Stage | null;
  readonly message?: Partial<QuotedMessage>;
}

/** Makes a reading of one log line. A recipient who was reached is named too: that matters to the others. */
export function logReading(entry: LogEntry, line: string): BounceReading {
  const failed = entry.event === "failed" || entry.event === "delayed" || entry.event === "suppressed";
  const replies =
    failed && entry.reason !== null ? withSignedHosts(withPeer(readReply(entry.reason), entry)) : [];
  const reached = entry.recipient !== null && (entry.event === "delivered" || entry.event === "relayed");
  const failures =
    failed || reached
      ? [
          {
            recipient: entry.recipient,
            originalRecipient: entry.originalRecipient ?? null,
            event: entry.event,
            replies,
            statusField: entry.status ?? null,
            reportingMta: entry.reportingMta ?? null,
            remoteMta: entry.remoteMta ?? replies[0]?.host ?? null,
            remoteIp: entry.remoteIp ?? replies[0]?.ip ?? null,
            notice: null,
          },
        ]
      : [];
  const message = { ...NOTHING_QUOTED, ...entry.message };
  return {
    event: entry.event,
    format: entry.format,
    language: null,
    failures,
    message: { ...message, sendingIp: message.sendingIp ?? sendingIpIn(failures) },
    text: line,
  };
}

/** The host that the log names as the peer said the innermost reply, where a server's reply is quoted. */
const withPeer = (replies: readonly Reply[], entry: LogEntry): readonly Reply[] =>
  replies.map((reply, depth) =>
    depth > 0
      ? reply
      : {
          ...reply,
          host: reply.host ?? (reply.code === null ? null : (entry.remoteMta ?? null)),
          ip: reply.ip ?? (reply.code === null ? null : (entry.remoteIp ?? null)),
          stage: reply.stage ?? entry.stage ?? null,
        },
  );

/** "mx.example.com[192.0.2.1]:25" and "mx.example.com. [192.0.2.1]": a host and an address. */
export function hostAndIp(text: string): { readonly host: string | null; readonly ip: string | null } {
  const match =
    /^\[?([a-z0-9_.-]{1,255}?)\.?\]?\s?(?:[[(](?:IPv6:)?([\da-f.:]{2,45})[\])])?(?::\d{1,5})?\s*$/i.exec(
      text.trim(),
    );
  const host = match?.[1] ?? null;
  const named = host !== null && /[a-z]/i.test(host) && host !== "none" && host !== "local" ? host : null;
  return { host: named, ip: match?.[2] ?? (host !== null && /^[\d.]+$/.test(host) ? host : null) };
}
