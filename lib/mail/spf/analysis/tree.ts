import type { Known, Unanswered } from "../../known.ts";
import type { Directive, Qualifier } from "../record.ts";
import type { SpfService } from "../services.ts";
import type { SyntaxProblem } from "../syntax-problem.ts";

/**
 * What stands at one name of the include tree. "failed" and "not-followed" say nothing about the record: it could
 * not be looked up, or the tree had grown beyond what one scan expands (and far beyond what SPF allows).
 */
export const NODE_STATUSES = [
  "ok",
  "no-record",
  "multiple-records",
  "invalid-record",
  "loop",
  "failed",
  "not-followed",
] as const;
export type NodeStatus = (typeof NODE_STATUSES)[number];

/** One record of the tree. The same name appears as often as it is included. */
export interface SpfNode {
  /** Lower case, no final dot. */
  readonly domain: string;
  /** Part of the domain's own policy: the domain, what it redirects to, and names below it. */
  readonly own: boolean;
  readonly status: NodeStatus;
  /** The record, or several where there are; very long ones are cut, unless they are the scanned domain's. */
  readonly records: readonly string[];
  readonly problems: readonly SyntaxProblem[];
  /** Why it is not known, for "failed". */
  readonly failure: Unanswered | null;
  readonly terms: readonly SpfNodeTerm[];
}

export interface SpfNodeTerm {
  readonly text: string;
  /** Offset in the record. */
  readonly start: number;
  readonly name: Directive["name"] | "redirect" | "exp" | "unknown";
  readonly qualifier: Qualifier | null;
  /** False behind an "all", and for a redirect beside one: no receiver ever looks at it (RFC 7208 5.1). */
  readonly reached: boolean;
  /** The name asked for; null where there is none, it depends on the message, or it is no usable name. */
  readonly target: string | null;
  /** The name depends on the message: it has macros other than `%{d}` and `%{o}`. */
  readonly dynamic: boolean;
  /** Look-ups of the ten that the term itself costs. */
  readonly cost: number;
  /** The same with everything below it. */
  readonly total: number;
  /** Look-ups spent with this term and all before it, in the order of evaluation when nothing matches. */
  readonly count: number;
  readonly service: SpfService | null;
  /** Prefix length of the block that an ip4, ip6, a or mx term allows, by family; null where it has none. */
  readonly prefix4: number | null;
  readonly prefix6: number | null;
  /** What a, mx and exists find; null for other terms and names that depend on the message. */
  readonly found: Known<Found> | null;
  /** The record behind an include or redirect whose name is known. */
  readonly child: SpfNode | null;
}

export interface Found {
  /** Nothing at all: NXDOMAIN or an empty answer, for both address families. */
  readonly void: boolean;
  /** MX records; 0 for other terms. */
  readonly mxNames: number;
  /** Addresses of the hosts; for mx only where it is part of the domain's own policy. */
  readonly addresses: readonly string[];
  /** Whether these are all: no look-up of a host or family failed. */
  readonly complete: boolean;
}

/** A term with the record it stands in and the terms that lead there, outermost first. */
export interface PlacedTerm {
  readonly term: SpfNodeTerm;
  readonly node: SpfNode;
  readonly path: readonly SpfNodeTerm[];
}

/** Every term that a receiver may come to, in the order of evaluation. */
export function* reachedTerms(node: SpfNode, path: readonly SpfNodeTerm[] = []): Generator<PlacedTerm> {
  for (const term of node.terms) {
    if (!term.reached) continue;
    yield { term, node, path };
    if (term.child !== null) yield* reachedTerms(term.child, [...path, term]);
  }
}
