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
  const [top] = causes;
  if (top === undefined) return failure;
  const facts = CAUSE_FACTS[top.cause];
  const temporary = failure.event === "delayed" || String(failure.replyCode ?? "").startsWith("4");
  const unsure = temporary || top.probability < 0.5;
  const judged = {
    ...failure,
    causes,
    permanence: temporary ? "temporary" : facts.permanence,
    addressDead: facts.addressDead === "yes" && unsure ? "unknown" : facts.addressDead,
    party: facts.party,
  } as const;
  const advice = advise(
    { ...judged, tier: null },
    {
      recipient: failure.recipient,
      senderDomain,
      sendingIp,
      reply: failure.diagnostic,
    },
  );
  return { ...judged, advice };
}
