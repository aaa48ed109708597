import { advise } from "./advice/advice.ts";
import type { ReportedFailure } from "./bounce-report.ts";
import { CAUSE_FACTS } from "./causes.ts";
import type { RankedCause } from "./classification.ts";

/** Who sent the mail that came back, as far as advice needs it. */
export interface AdvisedSender {
  readonly senderDomain: string | null;
  readonly sendingIp: string | null;
}

/**
 * The failure with its causes ranked anew, and with the answers that hang on the first of them: whether it is
 * final, whether the address is dead, whose turn it is, and what to do.
 */
export function withCauses(
  failure: ReportedFailure,
  causes: readonly RankedCause[],
  { senderDomain, sendingIp }: AdvisedSender,
): ReportedFailure {
  const answers = answersTo(causes, failure);
  if (answers === null) return failure;
  const judged = { ...failure, causes, ...answers };
  const advice = advise(judged, {
    recipient: failure.recipient,
    senderDomain,
    sendingIp,
    reply: failure.diagnostic,
  });
  return { ...judged, advice };
}

/** What follows from the first of some causes; null where there is none. */
export function answersTo(
  [top]: readonly Pick<RankedCause, "cause" | "probability">[],
  { event, replyCode }: Pick<ReportedFailure, "event" | "replyCode">,
): Pick<ReportedFailure, "permanence" | "addressDead" | "party"> | null {
  if (top === undefined) return null;
  const facts = CAUSE_FACTS[top.cause];
  const temporary = event === "delayed" || String(replyCode ?? "").startsWith("4");
  const unsure = temporary || top.probability < 0.5;
  return {
    permanence: temporary ? "temporary" : facts.permanence,
    addressDead: facts.addressDead === "yes" && unsure ? "unknown" : facts.addressDead,
    party: facts.party,
  };
}
