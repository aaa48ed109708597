import { type Advice, advise } from "./advice/advice.ts";
import { BOUNCE_SCHEMA, type BounceReport, type ReportedFailure } from "./bounce-report.ts";
import { CAUSE_FACTS } from "./causes.ts";
import type { RankedCause } from "./classification.ts";
import { classify } from "./classify.ts";
import type { BounceReading, DeliveryFailure, Reply } from "./failure.ts";
import { microsoftSession } from "./microsoft-session.ts";
import { readBounces } from "./read-bounce.ts";
import type { BounceEvent } from "./vocabulary.ts";
import { domainOfAny } from "./words/addresses.ts";

/**
 * Reads and judges anything that a person can paste or drop: one report a mail, line, row or event, in the order of the
 * input and lazily. Throws BounceInputError where an input cannot be read at all.
 */
export async function* parseBounces(input: Uint8Array | string): AsyncIterable<BounceReport> {
  for await (const reading of readBounces(input)) yield judge(reading);
}

/** The report on one reading. */
export const judge = (reading: BounceReading): BounceReport => {
  const failures = judgeFailures(reading).map(failure => ({
    ...failure,
    advice: adviceFor(failure, reading),
  }));
  const events = new Set(failures.map(({ event }) => event));
  const [only] = events;
  return {
    schema: BOUNCE_SCHEMA,
    event: reading.event === "failed" && events.size === 1 && only !== undefined ? only : reading.event,
    format: reading.format,
    language: reading.language,
    failures,
    message: reading.message,
    text: reading.text,
  };
};

/** A failure that has been judged, without words for people. */
export type JudgedFailure = Omit<ReportedFailure, "advice">;

/** What failed in one reading and why; for many readings, of each of which nobody reads the advice. */
export const judgeFailures = (reading: BounceReading): readonly JudgedFailure[] =>
  reading.failures.filter(hasFailed).map(failure => judgeFailure(failure, reading));

/** A report may also name recipients that were reached. */
const hasFailed = ({ event }: DeliveryFailure): boolean => event !== "delivered" && event !== "relayed";

function judgeFailure(failure: DeliveryFailure, reading: BounceReading): JudgedFailure {
  const decisive = failure.replies.find(reply => reply.code !== null || reply.enhanced !== null) ?? null;
  const diagnostic = (decisive ?? failure.replies[0])?.text ?? failure.notice;
  const { causes, ruledOut, rule, matched, provider, permanence, addressDead, party } = classify(
    failure,
    reading,
  );
  return {
    recipient: failure.recipient,
    originalRecipient: failure.originalRecipient,
    event: eventOf(failure, causes[0]),
    replyCode: decisive?.code ?? null,
    enhancedStatus: decisive?.enhanced ?? failure.statusField,
    diagnostic,
    stage: failure.replies.find(reply => reply.stage !== null)?.stage ?? null,
    reportingMta: failure.reportingMta,
    remoteMta: failure.remoteMta,
    remoteIp: failure.remoteIp,
    provider,
    causes,
    ruledOut,
    rule,
    matched,
    permanence,
    addressDead,
    party,
    replies: failure.replies,
    microsoftSession: sessionOf(failure.replies),
  };
}

const adviceFor = (failure: JudgedFailure, { message }: BounceReading): Advice =>
  advise(failure, {
    recipient: failure.recipient,
    senderDomain: domainOfAny(message.from ?? message.mailFrom),
    sendingIp: message.sendingIp,
    reply: failure.diagnostic,
  });

/** The words may show that a refusal was none: a service did not even try, or somebody else had sent the mail. */
const eventOf = (failure: DeliveryFailure, top: RankedCause | undefined): BounceEvent =>
  failure.event === "failed" && top !== undefined && top.probability >= 0.7
    ? CAUSE_FACTS[top.cause].event
    : failure.event;

const sessionOf = (replies: readonly Reply[]) =>
  replies.map(reply => microsoftSession(reply.text)).find(session => session !== null) ?? null;
