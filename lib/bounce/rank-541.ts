import { type RankedCause, toThousandths } from "./classification.ts";
import type { Reason, ReasonCode } from "./reasons.ts";
import type { Cause } from "./vocabulary.ts";

/**
 * Ranks what can lie behind Microsoft's directory refusal (550 5.4.1, families A and B). Starts from how often each
 * cause is met and multiplies by how much each piece of evidence favours it. The mail's own evidence comes from
 * evidence-541.ts; whoever has looked at DNS calls this again with what was found there.
 */
export const rank541 = (evidence: readonly Reason[]): readonly RankedCause[] =>
  shares541(evidence.map(({ code }) => code)).map(({ cause, probability }) => ({
    cause,
    probability,
    for: evidence.filter(({ code }) => favours(code, cause)),
    against: evidence.filter(({ code }) => (WEIGHT[code]?.[cause] ?? 1) < 1),
  }));

/** The same from codes alone: the causes with their probabilities, most likely first. */
export function shares541(
  codes: readonly ReasonCode[],
): readonly { readonly cause: Cause541; readonly probability: number }[] {
  const weights = CAUSES_541.map(cause => ({
    cause,
    weight: codes.reduce(
      (weight, code) => weight * (WEIGHT[code]?.[cause] ?? 1) + (RAISES[code]?.[cause] ?? 0),
      PRIOR[cause],
    ),
  }));
  const sum = OTHER + weights.reduce((total, { weight }) => total + weight, 0);
  return weights
    .filter(({ weight }) => weight / sum >= 0.01)
    .map(({ cause, weight }) => ({ cause, probability: toThousandths(weight / sum) }))
    .toSorted((left, right) => right.probability - left.probability);
}

const CAUSES_541 = [
  "recipient_unknown",
  "recipient_not_in_edge_directory",
  "accepted_domain_problem",
  "stale_route",
  "gateway_directory_mismatch",
  "forwarding_target_dead",
  "forged_sender",
] as const satisfies readonly Cause[];
type Cause541 = (typeof CAUSES_541)[number];

/** Shares without any evidence. The last three need evidence to be named at all. */
const PRIOR: Readonly<Record<Cause541, number>> = {
  recipient_unknown: 0.75,
  recipient_not_in_edge_directory: 0.12,
  accepted_domain_problem: 0.05,
  stale_route: 0.04,
  gateway_directory_mismatch: 0,
  forwarding_target_dead: 0,
  forged_sender: 0,
};

/** What stays for a policy nobody has documented; never more than three in a hundred at the start. */
const OTHER = 0.03;

/** How much a piece of evidence multiplies the share of a cause. */
const WEIGHT: Readonly<Partial<Record<ReasonCode, Readonly<Partial<Record<Cause541, number>>>>>> = {
  "single-recipient": { recipient_unknown: 1.1 },
  "other-recipients-accepted": { recipient_unknown: 1.3, accepted_domain_problem: 0.1 },
  "near-miss": { recipient_unknown: 2 },
  "free-mail-typo": { recipient_unknown: 3 },
  "several-recipients-refused": { accepted_domain_problem: 5, stale_route: 2, recipient_unknown: 0.7 },
  "function-address": { recipient_not_in_edge_directory: 2 },
  "hybrid-routing-address": { recipient_not_in_edge_directory: 6, recipient_unknown: 0.5 },
  "hybrid-signs": { recipient_not_in_edge_directory: 2 },
  "cloud-only-signs": { recipient_not_in_edge_directory: 0.5 },
  "internal-mail-works": { recipient_not_in_edge_directory: 20, recipient_unknown: 0.1 },
  "no-message-trace": { recipient_not_in_edge_directory: 3 },
  "recipient-answers-mail": { recipient_unknown: 0.1 },
  "tenant-label-differs": { stale_route: 2.5 },
  "recipient-unchanged": { forwarding_target_dead: 0.2 },
  "mx-is-remote": { stale_route: 0.05, recipient_unknown: 1.2 },
  "mx-is-microsoft": { gateway_directory_mismatch: 0.2, stale_route: 0.3 },
  "mx-is-not-microsoft": { stale_route: 200 },
  "mx-changed-lately": { accepted_domain_problem: 4, stale_route: 3 },
  "tenant-verification-record": { accepted_domain_problem: 1.3 },
  "user-sent-it": { forged_sender: 0.05 },
  "mx-same-provider": { stale_route: 0.3 },
  "mx-other-entrance": { stale_route: 60 },
  "mx-elsewhere": { stale_route: 200 },
  "mx-split": { accepted_domain_problem: 3, stale_route: 3 },
  "gateway-bypassed": { stale_route: 30 },
  "zone-changed-lately": { accepted_domain_problem: 4, stale_route: 2 },
};

/** What a piece of evidence adds to a cause that is not thought of without it. */
const RAISES: Readonly<Partial<Record<ReasonCode, Readonly<Partial<Record<Cause541, number>>>>>> = {
  "gateway-wrote-report": { gateway_directory_mismatch: 0.2 },
  "mx-is-gateway": { gateway_directory_mismatch: 0.8 },
  "own-server-in-front": { gateway_directory_mismatch: 1 },
  "user-did-not-send-it": { forged_sender: 9 },
  "final-recipient-differs": { forwarding_target_dead: 1.6 },
  "sender-not-authorised-for-quoted-ip": { forged_sender: 0.3 },
};

/** The words themselves fit every cause that is thought of without further evidence. */
const favours = (code: ReasonCode, cause: Cause541): boolean =>
  (WEIGHT[code]?.[cause] ?? 1) > 1 ||
  (RAISES[code]?.[cause] ?? 0) > 0 ||
  (GROUNDS.has(code) && PRIOR[cause] > 0);

const GROUNDS: ReadonlySet<ReasonCode> = new Set([
  "words-match",
  "notice-says",
  "provider-status-says",
  "directory-refusal",
  "cascade-of-refusals",
]);
