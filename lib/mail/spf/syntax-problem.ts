/** Why a record, or an explanation, is not what the grammar of RFC 7208 allows. A closed list; words elsewhere. */
export const SYNTAX_CODES = [
  "not-spf",
  "bad-character",
  "unknown-mechanism",
  "bad-modifier-name",
  "duplicate-modifier",
  "domain-missing",
  "domain-end",
  "value-not-allowed",
  "bad-ip4",
  "bad-ip6",
  "bad-prefix",
  "bare-percent",
  "macro-not-closed",
  "unknown-macro-letter",
  "macro-letter-only-in-exp",
  "macro-keeps-nothing",
  "bad-transformer",
] as const;
export type SyntaxCode = (typeof SYNTAX_CODES)[number];

/** One mistake. `at` is the offset of the offending character in the whole text. */
export interface SyntaxProblem {
  readonly code: SyntaxCode;
  readonly at: number;
  /** The term it stands in, as published, and where that term begins. */
  readonly term: string;
  readonly start: number;
}

/** A mistake before it is known which term it stands in. */
export interface Misreading {
  readonly code: SyntaxCode;
  readonly at: number;
}
