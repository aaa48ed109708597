import { isFailure, joinedText, recordsOf } from "#lib/dns/answer.ts";
import { readStsPolicy, type StsPolicy, type StsPolicyFault } from "#lib/mail/mta-sts/policy.ts";
import { readStsRecord, type StsRecord } from "#lib/mail/mta-sts/record.ts";
import type { EgressFailure, EgressResult } from "#lib/net/egress.ts";
import { defineProbe, dnsFailed, gathered } from "../define-probe.ts";
import type { Gathered } from "../finding.ts";

/** What came of fetching the policy file. */
export type StsPolicyFetch =
  /** A scan that opens no connections, or no valid record that asks for a policy. */
  | { readonly kind: "not-fetched" }
  | {
      readonly kind: "unreachable";
      /** HTTP status other than 200, or null when it did not come so far. */
      readonly status: number | null;
      readonly failure: EgressFailure | null;
    }
  | { readonly kind: "invalid"; readonly faults: readonly StsPolicyFault[]; readonly text: string }
  | {
      readonly kind: "fetched";
      readonly policy: StsPolicy;
      readonly text: string;
      /** As served, without parameters, lower-case. */
      readonly mediaType: string | null;
    };

export interface MtaStsEvidence {
  readonly record: StsRecord;
  readonly policy: Gathered<StsPolicyFetch>;
  /** An id that no policy of the past can have had: the time of the scan. */
  readonly freshId: string;
}

/** RFC 8461 3.3 suggests a cap of 64 kB and a minute; ours is stricter in time. */
const LIMITS = { maxBytes: 65_536, totalMs: 15_000 };
const LONGEST_KEPT = 4096;

export const mtaStsProbe = defineProbe({
  id: "mtaSts",
  async gather({ clock, domain, egress, resolver }) {
    const answer = await resolver.lookup(`_mta-sts.${domain}`, "TXT");
    if (isFailure(answer)) return dnsFailed(answer);
    const record = readStsRecord(recordsOf(answer).map(joinedText));
    const fetches = egress !== null && record.kind === "valid";
    const url = new URL(`https://mta-sts.${domain}/.well-known/mta-sts.txt`);
    const policy = fetches ? policyIn(await egress.get(url, LIMITS)) : gathered(NOT_FETCHED);
    return gathered({
      record,
      policy,
      freshId: clock.now().toISOString().replaceAll(/\D/gu, "").slice(0, 14),
    });
  },
});

const NOT_FETCHED: StsPolicyFetch = { kind: "not-fetched" };

const mediaTypeOf = (contentType: string | null): string | null =>
  contentType?.split(";")[0]?.trim().toLowerCase() ?? null;

/** RFC 8461 3.3: only a 200 counts, redirects are not followed. A fault that may be ours proves nothing. */
function policyIn(result: EgressResult): Gathered<StsPolicyFetch> {
  if (!result.ok) {
    return result.ours
      ? { ok: false, failure: { reason: "network-failed", lookups: [] } }
      : gathered({ kind: "unreachable", status: null, failure: result.failure });
  }
  if (result.status !== 200) return gathered({ kind: "unreachable", status: result.status, failure: null });
  const full = new TextDecoder().decode(result.body);
  const text = full.slice(0, LONGEST_KEPT);
  const reading = readStsPolicy(full);
  return gathered(
    reading.ok
      ? { kind: "fetched", policy: reading.policy, text, mediaType: mediaTypeOf(result.contentType) }
      : { kind: "invalid", faults: reading.faults.slice(0, 20), text },
  );
}
