import type { BounceReport, ReportedFailure } from "./bounce-report.ts";
import { isGateway, providerOfHost } from "./provider.ts";
import { canBeRankedAgain, rankAgain } from "./rank-again.ts";
import { type Reason, reason } from "./reasons.ts";

/** What the MX hosts of the recipient's domain say about a directory refusal that `remoteMta` gave. */
export function mxEvidence(exchanges: readonly string[], remoteMta: string | null): readonly Reason[] {
  const [first] = exchanges;
  if (first === undefined) return [];
  const microsoft = exchanges.find(host => providerOfHost(host) === "microsoft365");
  const gateway =
    exchanges.map(providerOfHost).find(provider => provider !== null && isGateway(provider)) ?? null;
  const remote = exchanges.find(host => host.toLowerCase() === remoteMta?.toLowerCase());
  return [
    ...(remote === undefined ? [] : [reason("mx-is-remote", { host: remote })]),
    ...(microsoft === undefined ? [] : [reason("mx-is-microsoft", { host: microsoft })]),
    ...(gateway === null ? [] : [reason("mx-is-gateway", { gateway })]),
    ...(microsoft === undefined && gateway === null ? [reason("mx-is-not-microsoft", { host: first })] : []),
  ];
}

/** The same report with each directory refusal ranked again, with more evidence. */
export const withMxEvidence = (
  report: BounceReport,
  evidenceFor: (failure: ReportedFailure) => readonly Reason[],
): BounceReport => ({
  ...report,
  failures: report.failures.map(failure => {
    const evidence = canBeRankedAgain(failure) ? evidenceFor(failure) : [];
    return evidence.length === 0 ? failure : rankAgain(failure, { evidence, message: report.message });
  }),
});
