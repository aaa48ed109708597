import { isAtOrBelow } from "#lib/values/dns-name.ts";
import type { PlacedTerm, SpfNode } from "./tree.ts";
import { reachedTerms } from "./tree.ts";

/** A term that allows more addresses than anybody has servers. */
export interface WideRange {
  readonly placed: PlacedTerm;
  readonly family: 4 | 6;
  readonly prefix: number;
  /** So wide that it is as good as "+all". */
  readonly internet: boolean;
}

/** Shortest prefixes that are not remarkable yet, and longest that take in a good part of the internet. */
const NARROW = { 4: 16, 6: 32 } as const;
const INTERNET = 7;

/**
 * Terms of the domain's own records that allow too much. In the records of others only what allows everyone
 * counts: large services do need large blocks.
 */
export function wideRanges(root: SpfNode): readonly WideRange[] {
  return [...reachedTerms(root)].filter(allows).flatMap(placed => {
    const ranges = [
      { placed, family: 4 as const, prefix: placed.term.prefix4 },
      { placed, family: 6 as const, prefix: placed.term.prefix6 },
    ].flatMap(({ prefix, ...range }) =>
      prefix === null || prefix >= NARROW[range.family]
        ? []
        : [{ ...range, prefix, internet: prefix <= INTERNET }],
    );
    const own = isAtOrBelow(placed.node.domain, root.domain);
    return own ? ranges : ranges.filter(range => range.internet);
  });
}

/** Includes whose own record ends in "+all": they match every sender. */
export const includesOfEveryone = (root: SpfNode): readonly PlacedTerm[] =>
  [...reachedTerms(root)].filter(
    placed =>
      placed.term.name === "include" &&
      allows(placed) &&
      placed.term.child?.terms.some(term => term.name === "all" && term.qualifier === "+") === true,
  );

/** Only "+" allows, and all the way down: a match inside an include counts as the include's own qualifier. */
const allows = ({ term, path }: PlacedTerm): boolean =>
  term.qualifier === "+" && path.every(step => step.name === "redirect" || step.qualifier === "+");
