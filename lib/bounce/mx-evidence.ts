import type { BounceReport, ReportedFailure } from "./bounce-report.ts";
import type { RankedCause } from "./classification.ts";
import { isGateway, providerOfHost } from "./provider.ts";
import { rank541 } from "./rank-541.ts";
import { type Reason, reason } from "./reasons.ts";

/** Whether today's MX hosts of the recipient's domain could change the ranking: only Microsoft's directory refusal asks. */
export const asksForMx = (failure: ReportedFailure): boolean =>
  failure.recipient !== null &&
  failure.causes.some(({ cause }) => cause === "recipient_not_in_edge_directory");

/** What the MX hosts of the recipient's domain say about a directory refusal that `remoteMta` gave. */
export function mxEvidence(exchanges: readonly string[], remoteMta: string | null): readonly Reason[] {
  const [first] = exchanges;
  if (first === undefined) return [];
  const microsoft = exchanges.find(host => providerOfHost(host) === "microsoft365");
  const gateway = exchanges.map(providerOfHost).find(provider => provider !== null && isGateway(provider)) ?? null;
  const remote = exchanges.find(host => host.toLowerCase() === remoteMta?.toLowerCase());
  return [
    ...(remote === undefined ? [] : [reason("mx-is-remote", { host: remote })]),
    ...(microsoft === undefined ? [] : [reason("mx-is-microsoft", { host: microsoft })]),
    ...(gateway === null ? [] : [reason("mx-is-gateway", { gateway })]),
    ...(microsoft === undefined && gateway === null ? [reason("mx-is-not-microsoft", { host: first })] : []),
  ];
}

/** The same report with the causes of each directory refusal ranked again, with more evidence. */
export const withMxEvidence = (
  report: BounceReport,
  evidenceFor: (failure: ReportedFailure) => readonly Reason[],
): BounceReport => ({
  ...report,
  failures: report.failures.map(failure => {
    const found = asksForMx(failure) ? evidenceFor(failure) : [];
    return found.length === 0
      ? failure
      : { ...failure, causes: rank541([...reasonsOf(failure.causes), ...found]) };
  }),
});

/** The evidence that the report itself gave, each piece once. */
function reasonsOf(causes: readonly RankedCause[]): readonly Reason[] {
  const reasons = causes.flatMap(cause => [...cause.for, ...cause.against]);
  return [...new Map(reasons.map(found => [JSON.stringify(found), found])).values()];
}
