import { usesMacro } from "./macro.ts";
import type { Directive, DomainSpec } from "./record.ts";

/** The processing limits of RFC 7208 4.6.4. They are part of the verdict, not of our politeness. */
export interface SpfLimits {
  /** Terms that cause DNS queries, over the whole evaluation. */
  readonly lookups: number;
  /** Terms whose query finds nothing; null for no limit. */
  readonly voidLookups: number | null;
  readonly mxNames: number;
  readonly ptrNames: number;
  /** Milliseconds for the whole evaluation; the standard asks for at least 20 seconds. */
  readonly timeMs: number;
}

export const RFC_LIMITS: SpfLimits = {
  lookups: 10,
  voidLookups: 2,
  mxNames: 10,
  ptrNames: 10,
  timeMs: 20_000,
};

/**
 * How many of the ten a mechanism spends. "all", "ip4" and "ip6" cause no query. A `%{p}` in the domain-spec
 * needs a PTR query, which "is included in the overall limit" beside the term's own.
 */
export function lookupsOfDirective(directive: Directive): number {
  return "domain" in directive ? 1 + lookupsOfMacros(directive.domain) : 0;
}

/** The same for the target of a `redirect`. */
export const lookupsOfRedirect = (target: DomainSpec): number => 1 + lookupsOfMacros(target);

const lookupsOfMacros = (spec: DomainSpec | null): number => (spec !== null && usesMacro(spec, "p") ? 1 : 0);
