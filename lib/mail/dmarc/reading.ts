import type { Known } from "../known.ts";
import type { DmarcRecord, PolicyTag } from "./parse-record.ts";
import { type Policy, softer } from "./policy.ts";
import { hasValidUri } from "./report-uri.ts";

/** The record that decides about mail of the domain. */
export type Governing = {
  readonly domain: string;
  readonly text: string;
  /** Its own, inherited from the organizational domain, or from the public suffix above that. */
  readonly role: "own" | "organizational" | "public-suffix";
};

/** What happens to mail that fails DMARC. */
export type Disposition = {
  /** What the record asks for; null when DMARC is not applied at all. */
  readonly policy: Policy | null;
  /** The same after `t=y`: what receivers are expected to do. */
  readonly applied: Policy | null;
  /**
   * "tag": a policy tag says so. "assumed": the record is broken but asks for reports, so it counts as p=none.
   * "unusable": it is broken and asks for no reports, so receivers do nothing. "no-record": there is none.
   */
  readonly because: "tag" | "assumed" | "unusable" | "no-record";
  readonly tag: PolicyTag | null;
};

/** What one edition of the standard makes of a domain. */
export interface DmarcReading {
  readonly record: Known<Governing | null>;
  readonly organizationalDomain: Known<string>;
  /** Mail of exactly this domain. */
  readonly exact: Known<Disposition>;
  /** Mail of a sub-domain that exists in DNS and has no record of its own. */
  readonly existingSubdomain: Known<Disposition>;
  /** Mail of a sub-domain that does not exist in DNS. */
  readonly missingSubdomain: Known<Disposition>;
}

export const NO_RECORD: Disposition = { policy: null, applied: null, because: "no-record", tag: null };

/**
 * What a record says about mail, by the tags in order of preference: ["p"] for its own domain, ["sp", "p"] for
 * an existing sub-domain, ["np", "sp", "p"] for one that does not exist (RFC 9989 4.10.1). `invalid` are the
 * policy tags that are there but broken, as far as the edition at hand knows them.
 */
export function dispositionOf(
  record: DmarcRecord,
  preference: readonly PolicyTag[],
  invalid: readonly PolicyTag[] = record.invalidPolicies,
): Disposition {
  if (record.p === null || invalid.length > 0) {
    return hasValidUri(record.rua)
      ? { policy: "none", applied: "none", because: "assumed", tag: null }
      : { policy: null, applied: null, because: "unusable", tag: null };
  }
  const tag = preference.find(name => record[name] !== null) ?? "p";
  const policy = record[tag] ?? record.p;
  return { policy, applied: record.testing ? softer(policy) : policy, because: "tag", tag };
}
