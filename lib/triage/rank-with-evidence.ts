import type { ReportedFailure } from "#lib/bounce/bounce-report.ts";
import { type RankedCause, toThousandths } from "#lib/bounce/classification.ts";
import type { Reason, ReasonCode } from "#lib/bounce/reasons.ts";
import type { Cause } from "#lib/bounce/vocabulary.ts";
import { FILLS, RAISED_BESIDE, RAISES, VAGUE, WEIGHTS } from "./evidence-weights.ts";

/**
 * The causes of a failure in the light of what DNS and people say. Each piece of evidence stands with the causes that
 * it moved, and with no other. Pure; the tables are in evidence-weights.ts.
 */
export function rankWithEvidence(
  { causes }: Pick<ReportedFailure, "causes">,
  evidence: readonly Reason[],
): readonly RankedCause[] {
  const remainder = Math.max(0, 1 - causes.reduce((sum, { probability }) => sum + probability, 0));
  const room = remainder + (isVague(causes) ? (causes[0]?.probability ?? 0) * VAGUE_ROOM : 0);
  const favours = (code: ReasonCode, cause: Cause): boolean =>
    (WEIGHTS[code]?.[cause] ?? 1) > 1 ||
    raise(code, cause, causes) > 0 ||
    (FILLS[code]?.[cause] ?? 0) * room > 0;
  const names = new Set([...causes.map(({ cause }) => cause), ...broughtIn(evidence)]);
  const weighed = [...names].map(cause => {
    const known = causes.find(one => one.cause === cause) ?? { probability: 0, for: [], against: [] };
    const multiplied = evidence.reduce(
      (weight, { code }) => weight * (WEIGHTS[code]?.[cause] ?? 1),
      known.probability,
    );
    const raised = sumOf(evidence, code => raise(code, cause, causes));
    const filled = sumOf(evidence, code => (FILLS[code]?.[cause] ?? 0) * room);
    return {
      cause,
      weight: multiplied + raised + filled,
      for: [...known.for, ...evidence.filter(({ code }) => favours(code, cause))],
      against: [...known.against, ...evidence.filter(({ code }) => (WEIGHTS[code]?.[cause] ?? 1) < 1)],
    };
  });
  const sum = remainder + weighed.reduce((total, { weight }) => total + weight, 0);
  return weighed
    .map(({ weight, ...rest }) => ({ ...rest, probability: share(weight, sum) }))
    .filter(({ cause, probability }) => probability >= LEAST || causes[0]?.cause === cause)
    .toSorted((left, right) => right.probability - left.probability)
    .map(({ cause, probability, ...reasons }) => ({ cause, probability, ...reasons }));
}

/** How much of the share of a vague cause stands open for one that DNS names. */
const VAGUE_ROOM = 0.6;
/** A cause below this is not worth a line. */
const LEAST = 0.01;
/** Nothing is certain. */
const CEILING = 0.99;

const isVague = ([top]: readonly RankedCause[]): boolean => top !== undefined && VAGUE.has(top.cause);

const share = (weight: number, sum: number): number =>
  sum === 0 ? 0 : Math.min(CEILING, toThousandths(weight / sum));

const broughtIn = (evidence: readonly Reason[]): readonly Cause[] =>
  evidence.flatMap(({ code }) => [...causesIn(RAISES[code]), ...causesIn(FILLS[code])]);

/** Keys of a row are causes: its type says so. */
const causesIn = (row: { readonly [Name in Cause]?: number } = {}): readonly Cause[] =>
  Object.keys(row) as Cause[];

const sumOf = (evidence: readonly Reason[], value: (code: ReasonCode) => number): number =>
  evidence.reduce((sum, { code }) => sum + value(code), 0);

/** What a fact adds to a cause beside those that the reply named. */
function raise(code: ReasonCode, cause: Cause, [top]: readonly RankedCause[]): number {
  const beside = RAISED_BESIDE[cause];
  const isOpen = beside === undefined || (top !== undefined && beside.has(top.cause));
  return isOpen ? (RAISES[code]?.[cause] ?? 0) : 0;
}
