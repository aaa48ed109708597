import type { JudgedFailure } from "../parse-bounce.ts";
import { canBeRankedAgain } from "../rank-again.ts";
import { shares541 } from "../rank-541.ts";
import type { Reason, ReasonCode } from "../reasons.ts";
import { answersTo } from "../with-causes.ts";
import type { BatchItem } from "./batch-item.ts";

/** What is kept of Microsoft's directory refusal (550 5.4.1), so that it can be judged again when more is known. */
export interface DirectoryRefusal {
  /** The evidence so far: codes alone, as the words in it may name people. */
  readonly evidence: readonly ReasonCode[];
  /** The server that refused, and the one that passed its reply on. */
  readonly host: string | null;
  readonly ip: string | null;
  readonly reporter: string | null;
}

/** Null for every other failure: nothing that is learnt later changes how it is judged. */
export function directoryRefusalOf(failure: JudgedFailure): DirectoryRefusal | null {
  if (!canBeRankedAgain(failure)) return null;
  const [innermost, outer] = failure.replies;
  const reasons = failure.causes.flatMap(cause => [...cause.for, ...cause.against]);
  return {
    evidence: [...new Set(reasons.map(({ code }) => code))],
    host: innermost?.host ?? failure.remoteMta,
    ip: innermost?.ip ?? failure.remoteIp,
    reporter: failure.reportingMta ?? outer?.host ?? null,
  };
}

/**
 * A directory refusal judged by what became of the other recipients of its domain. Whether it came from the server
 * that takes the domain's mail today is not known yet: until then a final one is `undecided`.
 */
export function judgedAmongOthers(
  item: BatchItem,
  refusal: DirectoryRefusal,
  others: readonly Reason[],
): BatchItem {
  const kept = refusal.evidence.filter(code => others.length === 0 || code !== "single-recipient");
  const evidence = [...kept, ...others.map(({ code }) => code)];
  const causes = shares541(evidence);
  const [top] = causes;
  const answers = answersTo(causes, { event: item.detail.event, replyCode: item.replyCode });
  if (top === undefined || answers === null) return item;
  const { permanence, addressDead } = answers;
  return {
    ...item,
    cause: top.cause,
    permanence,
    addressDead,
    fate: permanence === "temporary" ? "retry" : "undecided",
    detail: { ...item.detail, probability: top.probability, refusal: { ...refusal, evidence } },
  };
}
