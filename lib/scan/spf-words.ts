import type { SyntaxCode } from "#lib/mail/spf/syntax-problem.ts";

/** What is wrong with a term, in a few words behind the term. */
export const SYNTAX_WORDS: { readonly [Code in SyntaxCode]: string } = {
  "not-spf": "does not begin with v=spf1",
  "bad-character": "holds a character that SPF does not allow, such as a typographic dash or a tab",
  "unknown-mechanism": "is not a mechanism that SPF knows",
  "bad-modifier-name": "has a modifier name that is not allowed",
  "duplicate-modifier": "may stand in a record only once",
  "domain-missing": "needs a domain name",
  "domain-end": "does not end in a domain name that can exist",
  "value-not-allowed": "takes no value there",
  "bad-ip4": "is not a complete IPv4 address",
  "bad-ip6": "is not a complete IPv6 address",
  "bad-prefix": "has a prefix length that does not exist",
  "bare-percent": "has a % that begins no macro",
  "macro-not-closed": "has a macro without its closing brace",
  "unknown-macro-letter": "has a macro letter that does not exist",
  "macro-letter-only-in-exp": "uses a macro that is only allowed in explanations",
  "macro-keeps-nothing": "has a macro that keeps zero parts",
  "bad-transformer": "has a macro with something wrong behind its letter",
};

/** "one term", "3 terms". */
export const count = (number: number, noun: string): string =>
  number === 1 ? `one ${noun}` : `${number} ${noun}s`;

/** A list for a sentence; the rest of a long one is only counted. */
export function listed(words: readonly string[], most = 5): string {
  if (words.length > most) return `${words.slice(0, most).join(", ")} and ${words.length - most} more`;
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
