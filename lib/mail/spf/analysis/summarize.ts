import { isAtOrBelow } from "#lib/values/dns-name.ts";
import type { Unanswered } from "../../known.ts";
import { RFC_LIMITS } from "../limits.ts";
import type { PlacedTerm, SpfNode, SpfNodeTerm } from "./tree.ts";
import { reachedTerms } from "./tree.ts";

/** Look-ups of the ten (RFC 7208 4.6.4) when no term matches, which is what the limit has to allow. */
export interface LookupTotal {
  /** What is known to be spent; more where something below could not be looked up or depends on the message. */
  readonly counted: number;
  /** Targets below which nothing is known because a look-up failed. */
  readonly unknown: Unanswered | null;
  /** Includes and redirects whose name depends on the message: each counts as one, what is behind it is not known. */
  readonly dynamic: readonly string[];
}

export function lookupTotal(root: SpfNode): LookupTotal {
  const placed = [...reachedTerms(root)];
  return {
    counted: placed.reduce((sum, { term }) => sum + term.cost, 0),
    unknown: unseenRecords(root),
    dynamic: placed.flatMap(({ term }) =>
      term.dynamic && (term.name === "include" || term.name === "redirect") ? [term.text] : [],
    ),
  };
}

/**
 * Why some of the tree is not known: records behind includes and redirects that could not be looked up. With
 * `below` only those at or below that name.
 */
export const unseenRecords = (root: SpfNode, below = "."): Unanswered | null =>
  joined(
    [...reachedTerms(root)].flatMap(({ term: { child } }) =>
      child?.failure && isAtOrBelow(child.domain, below) ? [child.failure] : [],
    ),
  );

export interface VoidTotal {
  /** Terms whose look-up is known to find nothing. */
  readonly terms: readonly PlacedTerm[];
  readonly unknown: Unanswered | null;
}

export function voidTotal(root: SpfNode): VoidTotal {
  const placed = [...reachedTerms(root)];
  return {
    terms: placed.filter(({ term }) => isVoid(term)),
    unknown: joined(placed.flatMap(({ term }) => failuresOf(term))),
  };
}

export const isVoid = (term: SpfNodeTerm): boolean => term.found?.ok === true && term.found.value.void;

function failuresOf(term: SpfNodeTerm): readonly Unanswered[] {
  const found = term.found === null || term.found.ok ? [] : [term.found.failure];
  return term.child?.failure ? [...found, term.child.failure] : found;
}

/**
 * Whether a term makes every evaluation that comes to it end in an error: the record behind an include or
 * redirect is missing or cannot be read (RFC 7208 5.2, 6.1), or an `mx` has too many names.
 */
export function breaksEvaluation(term: SpfNodeTerm): boolean {
  if (!term.reached) return false;
  if (term.found?.ok === true && term.found.value.mxNames > RFC_LIMITS.mxNames) return true;
  if (term.child === null) return false;
  return BROKEN.has(term.child.status) || term.child.terms.some(breaksEvaluation);
}

const BROKEN: ReadonlySet<string> = new Set(["no-record", "multiple-records", "invalid-record", "loop"]);

/** How a record ends, redirects followed: its `all`, or why there is none. */
export type Ending =
  | { readonly kind: "all"; readonly term: SpfNodeTerm; readonly node: SpfNode; readonly redirected: boolean }
  | { readonly kind: "open"; readonly node: SpfNode; readonly redirected: boolean }
  /** The record behind a redirect is broken, depends on the message or was not followed. */
  | { readonly kind: "elsewhere"; readonly target: string | null }
  | { readonly kind: "unknown"; readonly failure: Unanswered };

export function endingOf(node: SpfNode, redirected = false): Ending {
  const all = node.terms.find(term => term.name === "all");
  if (all !== undefined) return { kind: "all", term: all, node, redirected };
  const redirect = node.terms.find(term => term.name === "redirect");
  if (redirect === undefined) return { kind: "open", node, redirected };
  const { child } = redirect;
  if (child?.failure) return { kind: "unknown", failure: child.failure };
  return child?.status === "ok" ? endingOf(child, true) : { kind: "elsewhere", target: redirect.target };
}

/** Several failures as one. */
export function joined(failures: readonly Unanswered[]): Unanswered | null {
  if (failures.length === 0) return null;
  return {
    reason: failures.some(one => one.reason === "over-budget") ? "over-budget" : "dns-failed",
    lookups: [...new Set(failures.flatMap(one => one.lookups))],
  };
}
