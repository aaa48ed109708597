import type { BounceReading, DeliveryFailure, QuotedMessage, Reply } from "../failure.ts";
import { NOTHING_QUOTED } from "../original/quoted-message.ts";
import { sendingIpIn } from "../original/sending-ip.ts";
import { withSignedHosts } from "../replies/peer.ts";
import { readReply } from "../replies/read-reply.ts";
import { repairText } from "../repair/repair-text.ts";
import { firstAddress } from "../words/addresses.ts";
import { firstHost, firstIp } from "../words/hosts.ts";
import type { BounceEvent, Stage } from "../vocabulary.ts";
import { readableLines } from "./json-value.ts";

/** What one event of a sending service says. */
export interface WebhookEvent {
  readonly format: string;
  readonly event: BounceEvent;
  readonly recipients: readonly WebhookRecipient[];
  readonly reportingMta?: string | null;
  readonly message?: Partial<QuotedMessage>;
}

export interface WebhookRecipient {
  readonly recipient: string | null;
  /** The server's reply, or what the service says in its place. */
  readonly reason: string | null;
  readonly code?: string | null;
  readonly enhanced?: string | null;
  readonly status?: string | null;
  readonly remoteMta?: string | null;
  readonly remoteIp?: string | null;
  readonly stage?: Stage | null;
  /** The service's own class, when it gives no reply. */
  readonly notice?: string | null;
}

const FAILURES: ReadonlySet<BounceEvent> = new Set<BounceEvent>(["failed", "delayed", "suppressed"]);

/** Makes a reading of an event; the original JSON becomes the text that spans refer to. */
export function webhookReading(event: WebhookEvent, source: unknown): BounceReading {
  const failures = FAILURES.has(event.event)
    ? event.recipients.map(recipient => failureOf(event, recipient))
    : [];
  const message = { ...NOTHING_QUOTED, ...event.message };
  return {
    event: event.event,
    format: event.format,
    language: null,
    failures,
    message: {
      ...message,
      from: addressIn(message.from),
      mailFrom: addressIn(message.mailFrom),
      to: message.to.flatMap(address => firstAddress(address) ?? []),
      sendingIp: sendingIpIn(failures) ?? message.sendingIp,
    },
    text: repairText(readableLines(source)).text,
  };
}

function failureOf(event: WebhookEvent, recipient: WebhookRecipient): DeliveryFailure {
  const replies = withSignedHosts(withFields(recipient));
  const [innermost] = replies;
  return {
    recipient:
      recipient.recipient === null ? null : (firstAddress(recipient.recipient) ?? recipient.recipient),
    originalRecipient: null,
    event: event.event,
    replies,
    statusField: recipient.status ?? null,
    reportingMta: hostIn(event.reportingMta),
    remoteMta: hostIn(recipient.remoteMta) ?? innermost?.host ?? null,
    remoteIp: firstIp(recipient.remoteIp ?? "") ?? innermost?.ip ?? null,
    notice: recipient.notice ?? null,
  };
}

const addressIn = (text: string | null): string | null => firstAddress(text ?? "");

const hostIn = (text: string | null | undefined): string | null => firstHost(text ?? "");

/** Some services give the codes in fields of their own and only the words as the reason. */
function withFields(recipient: WebhookRecipient): readonly Reply[] {
  const code = /^[45]\d\d$/.exec(recipient.code ?? "")?.[0];
  const enhanced = /^[45]\.\d{1,3}\.\d{1,3}$/.exec(recipient.enhanced ?? "")?.[0];
  const reason = recipient.reason === null ? "" : repairText(recipient.reason).text;
  const read = readReply(reason);
  const [innermost, ...outer] = read;
  const host = hostIn(recipient.remoteMta);
  if (innermost === undefined) {
    if (code === undefined && enhanced === undefined) return [];
    const text = [code, enhanced].filter(part => part !== undefined).join(" ");
    return [
      {
        code: code === undefined ? null : Number(code),
        enhanced: enhanced ?? null,
        text,
        host,
        ip: null,
        stage: recipient.stage ?? null,
      },
    ];
  }
  const filled: Reply = {
    code: innermost.code ?? (code === undefined ? null : Number(code)),
    enhanced: innermost.enhanced ?? enhanced ?? null,
    text: innermost.text,
    host: innermost.host ?? host,
    ip: innermost.ip,
    stage: innermost.stage ?? recipient.stage ?? null,
  };
  return [filled, ...outer];
}
