import { isFailure, recordsOf } from "#lib/dns/answer.ts";
import { type MxSet, mxSet } from "#lib/mail/mx/mx-set.ts";
import { defineProbe, dnsFailed, gathered } from "../define-probe.ts";

/** The MX records of the domain. */
export interface MxEvidence extends MxSet {
  /** Whether the resolver vouches for them by DNSSEC. */
  readonly secure: boolean;
}

export const mxProbe = defineProbe({
  id: "mx",
  async gather({ domain, resolver }) {
    const answer = await resolver.lookup(domain, "MX");
    if (isFailure(answer)) return dnsFailed(answer);
    return gathered({ ...mxSet(recordsOf(answer)), secure: answer.ad });
  },
});
