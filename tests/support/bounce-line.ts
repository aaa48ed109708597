import type { BounceReading, DeliveryFailure, Reply } from "#lib/bounce/failure.ts";
import type { Stage } from "#lib/bounce/vocabulary.ts";

/** What a reader would make of one line, for tests of the judging half alone. */
export interface LineContext {
  readonly host?: string | null;
  readonly stage?: Stage | null;
  readonly recipient?: string | null;
  readonly originalRecipient?: string | null;
  readonly reportingMta?: string | null;
  readonly statusField?: string | null;
  readonly notice?: string | null;
}

export const replyOf = (text: string, context: LineContext = {}): Reply => {
  const codes = /^#?(\d{3})?(?:[ \-.#]{0,2}#?([245]\.\d{1,3}\.\d{1,3})(?!\.?\d))?/.exec(text);
  return {
    code: codes?.[1] === undefined ? null : Number(codes[1]),
    enhanced: codes?.[2] ?? null,
    text,
    host: context.host ?? null,
    ip: null,
    stage: context.stage ?? null,
  };
};

export const failureOf = (texts: readonly string[], context: LineContext = {}): DeliveryFailure => ({
  recipient: context.recipient ?? null,
  originalRecipient: context.originalRecipient ?? null,
  event: "failed",
  replies: texts.map((text, at) => replyOf(text, at === 0 ? context : {})),
  statusField: context.statusField ?? null,
  reportingMta: context.reportingMta ?? null,
  remoteMta: null,
  remoteIp: null,
  notice: context.notice ?? null,
});

export const readingOf = (failures: readonly DeliveryFailure[]): BounceReading => ({
  event: "failed",
  format: "smtp-line",
  language: null,
  failures,
  message: {
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
  },
  text: failures.flatMap(failure => failure.replies.map(reply => reply.text)).join("\n"),
});
