import type { Reply } from "../failure.ts";
import { findReplies } from "../replies/find-replies.ts";
import { firstHost, firstIp } from "../words/hosts.ts";
import type { ProseFailure, ReportReader } from "./delivery-report.ts";
import { orderReplies } from "./read-sections.ts";

/** An SMTP session as copied from telnet, swaks, a log or a transcript: commands and replies in turn. */
export const smtpDialogue: ReportReader = {
  format: "smtp-dialogue",
  recognises: report => [...report.prose.slice(0, 20_000).matchAll(COMMAND)].length >= 2,
  read: ({ prose }) => {
    const greeting = GREETING.exec(prose);
    const connected = CONNECTED.exec(prose)?.[0] ?? "";
    const peer = { host: greeting?.[1] ?? firstHost(connected), ip: firstIp(connected) };
    const byRecipient = new Map<string, Reply[]>();
    for (const found of findReplies(prose)) {
      const before = prose.slice(0, found.start);
      const recipient = [...before.matchAll(RCPT)].at(-1)?.[1] ?? "";
      const replies = byRecipient.get(recipient) ?? [];
      replies.push(
        ...orderReplies([found]).map(reply => ({
          ...reply,
          host: reply.host ?? peer.host,
          ip: reply.ip ?? peer.ip,
        })),
      );
      byRecipient.set(recipient, replies);
    }
    return [...byRecipient].map(
      ([recipient, replies]): ProseFailure => ({
        recipient: recipient === "" ? null : recipient,
        originalRecipient: null,
        replies,
        notice: null,
      }),
    );
  },
};

/** The envelope sender and the name given in a dialogue. */
export function dialogueEnvelope(prose: string): {
  readonly mailFrom: string | null;
  readonly helo: string | null;
} {
  return {
    mailFrom: /\bMAIL FROM:\s{0,2}<([^<>\s]{3,320})>/i.exec(prose)?.[1] ?? null,
    helo: /(?:^|[\s>:])(?:EHLO|HELO) ([^\s<>]{1,255})/.exec(prose)?.[1] ?? null,
  };
}

const COMMAND =
  /(?:^|[\s>:])(?:(?:EHLO|HELO|LHLO) [\w.[\]:-]{1,255}|MAIL FROM: ?<[^<>\s]{0,320}>|RCPT TO: ?<[^<>\s]{1,320}>|(?:DATA|STARTTLS|QUIT)(?=\s|$))/gi;
const RCPT = /\bRCPT TO:\s{0,2}<([^<>\s]{1,320})>/gi;
const GREETING = /(?:^|[\s:<-])220[ -]([a-z0-9][a-z0-9.-]{1,250}\.[a-z]{2,24})\b/i;
const CONNECTED = /(?:Connected to|Trying|Connecting to|Connection to)[^\n]{1,200}/i;
