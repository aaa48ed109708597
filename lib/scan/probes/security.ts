import { getDomain } from "tldts";
import type { Answer, ExtendedError, RecordType } from "#lib/dns/answer.ts";
import { isAbsent, isFailure } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { dnsFailed, gathered } from "../define-probe.ts";
import type { Gathered } from "../finding.ts";

/** What DNSSEC says of an answer (RFC 4035 4.3). "Indeterminate" is a failed measurement, not a state. */
export interface Security {
  readonly state: "secure" | "insecure" | "bogus";
  readonly extendedErrors: readonly ExtendedError[];
}

/** Extended errors (RFC 8914 4) by which a resolver says that validation failed. */
const VALIDATION_ERRORS: ReadonlySet<number> = new Set([6, 7, 8, 9, 10, 11, 12]);

/**
 * Finds out what DNSSEC says of an answer that has come. AD means secure. A failure is bogus when the resolver
 * says so, or when it knows the answer once told not to validate. An answer without AD is insecure when the
 * resolver validates, or when the parent holds no DS record; else nothing is known.
 */
export async function securityOf<Type extends RecordType>(
  resolver: Resolver,
  answer: Answer<Type>,
): Promise<Gathered<Security>> {
  const { extendedErrors } = answer;
  if (!isFailure(answer)) {
    return answer.ad ? gathered({ state: "secure", extendedErrors }) : securityWithoutAd(resolver, answer);
  }
  if (answer.status !== "servfail") return dnsFailed(answer);
  if (extendedErrors.some(({ code }) => VALIDATION_ERRORS.has(code))) {
    return gathered({ state: "bogus", extendedErrors });
  }
  const repeat = await resolver.lookup(answer.name, answer.type, { checkingDisabled: true });
  return isFailure(repeat) ? dnsFailed(answer) : gathered({ state: "bogus", extendedErrors });
}

async function securityWithoutAd<Type extends RecordType>(
  resolver: Resolver,
  { name, id, extendedErrors }: Answer<Type>,
): Promise<Gathered<Security>> {
  const apex = getDomain(name, { allowPrivateDomains: true }) ?? name;
  const [validating, ds] = await Promise.all([validates(resolver), resolver.lookup(apex, "DS")]);
  if (validating || isAbsent(ds)) return gathered({ state: "insecure", extendedErrors });
  return isFailure(ds)
    ? dnsFailed(ds)
    : { ok: false, failure: { reason: "resolver-not-validating", lookups: [id, ds.id] } };
}

/** Whether the resolver validates: the root is signed, so its answers about the root carry AD. */
export const validates = async (resolver: Resolver): Promise<boolean> =>
  (await resolver.lookup(".", "NS")).ad;
