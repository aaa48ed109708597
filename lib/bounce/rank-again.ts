import type { ReportedFailure } from "./bounce-report.ts";
import type { RankedCause } from "./classification.ts";
import type { QuotedMessage } from "./failure.ts";
import { rank541 } from "./rank-541.ts";
import { withForgery } from "./rank-forgery.ts";
import type { Reason, ReasonCode } from "./reasons.ts";
import { withCauses } from "./with-causes.ts";
import { domainOfAny } from "./words/addresses.ts";

/** Whether more evidence can change the ranking: that of Microsoft's directory refusal (550 5.4.1) only. */
export const canBeRankedAgain = (failure: Pick<ReportedFailure, "recipient" | "causes">): boolean =>
  failure.recipient !== null &&
  failure.causes.some(({ cause }) => cause === "recipient_not_in_edge_directory");

export interface MoreEvidence {
  readonly evidence: readonly Reason[];
  /** What the new evidence takes back. */
  readonly without?: readonly ReasonCode[];
  /** The mail that came back, for the advice. */
  readonly message: Pick<QuotedMessage, "from" | "mailFrom" | "sendingIp">;
}

/** A directory refusal ranked with more evidence; all answers that hang on the ranking follow it. */
export function rankAgain(
  failure: ReportedFailure,
  { evidence, without = [], message }: MoreEvidence,
): ReportedFailure {
  const known = reasonsOf(failure.causes).filter(({ code }) => !without.includes(code));
  const causes = withForgery(rank541([...known, ...evidence]), known);
  const senderDomain = domainOfAny(message.from ?? message.mailFrom);
  return withCauses(failure, causes, { senderDomain, sendingIp: message.sendingIp });
}

/** The evidence that the causes rest on, each piece once. */
function reasonsOf(causes: readonly RankedCause[]): readonly Reason[] {
  const reasons = causes.flatMap(cause => [...cause.for, ...cause.against]);
  return [...new Map(reasons.map(found => [JSON.stringify(found), found])).values()];
}
