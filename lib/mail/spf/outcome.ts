import type { SyntaxProblem } from "./syntax-problem.ts";

/** RFC 7208 2.6. */
export const SPF_RESULTS = ["none", "neutral", "pass", "fail", "softfail", "temperror", "permerror"] as const;
export type SpfResult = (typeof SPF_RESULTS)[number];

/** Why the result is what it is. A closed list; words elsewhere. */
export type SpfReason =
  | { readonly code: "matched"; readonly domain: string; readonly term: string }
  /** No mechanism matched and there is no redirect (4.7). */
  | { readonly code: "nothing-matched"; readonly domain: string }
  | { readonly code: "malformed-domain"; readonly domain: string }
  | { readonly code: "no-record"; readonly domain: string }
  | { readonly code: "multiple-records"; readonly domain: string }
  | { readonly code: "syntax"; readonly domain: string; readonly problems: readonly SyntaxProblem[] }
  | { readonly code: "lookup-limit"; readonly domain: string; readonly term: string }
  | { readonly code: "void-limit"; readonly domain: string; readonly term: string }
  | { readonly code: "mx-limit"; readonly domain: string; readonly term: string }
  | { readonly code: "dns-failed"; readonly domain: string; readonly lookup: string }
  | { readonly code: "time-limit"; readonly domain: string };

/** An exception in the sense of RFC 7208 4.6.2: evaluation ends here, whatever comes behind. */
export interface Stop {
  readonly kind: "stop";
  readonly result: "permerror" | "temperror";
  readonly reason: SpfReason;
}

export const permerror = (reason: SpfReason): Stop => ({ kind: "stop", result: "permerror", reason });
export const temperror = (reason: SpfReason): Stop => ({ kind: "stop", result: "temperror", reason });

/** What became of one term of one record. */
export interface TraceEntry {
  /** The record it stands in, and how many includes and redirects deep that is. */
  readonly domain: string;
  readonly depth: number;
  readonly term: string;
  readonly start: number;
  /** The name asked for, after macro expansion; null where there is none or it is no usable name. */
  readonly target: string | null;
  readonly outcome: "match" | "no-match" | "followed" | "permerror" | "temperror";
  /** The look-up found nothing and counts as void. */
  readonly void: boolean;
  /** Of the ten, spent so far with this term and everything inside it. */
  readonly lookups: number;
  readonly ms: number;
}
