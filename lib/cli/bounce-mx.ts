import type { BounceReport, ReportedFailure } from "#lib/bounce/bounce-report.ts";
import { mxEvidence, withMxEvidence } from "#lib/bounce/mx-evidence.ts";
import { canBeRankedAgain } from "#lib/bounce/rank-again.ts";
import { recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";

/**
 * Completes reports with what the MX records of the recipients' domains say today; each domain is asked once. A failed
 * lookup is no evidence.
 */
export function mxLookup(resolver: Resolver): (report: BounceReport) => Promise<BounceReport> {
  const asked = new Map<string, Promise<readonly string[]>>();
  const exchangesOf = (domain: string): Promise<readonly string[]> => {
    const known = asked.get(domain);
    if (known !== undefined) return known;
    const answer = lookUp(resolver, domain);
    asked.set(domain, answer);
    return answer;
  };
  return async report => {
    const domains = new Set(report.failures.filter(canBeRankedAgain).flatMap(domainOf));
    const exchanges = new Map(
      await Promise.all([...domains].map(async domain => [domain, await exchangesOf(domain)] as const)),
    );
    return withMxEvidence(report, failure =>
      domainOf(failure).flatMap(domain => mxEvidence(exchanges.get(domain) ?? [], failure.remoteMta)),
    );
  };
}

async function lookUp(resolver: Resolver, domain: string): Promise<readonly string[]> {
  const answer = await resolver.lookup(domain, "MX");
  return recordsOf(answer)
    .toSorted((left, right) => left.preference - right.preference)
    .map(record => record.exchange);
}

/** The domain of the recipient, if it has one that can be asked for. */
function domainOf({ recipient }: ReportedFailure): readonly string[] {
  const domain = recipient?.slice(recipient.lastIndexOf("@") + 1).toLowerCase() ?? "";
  return recipient?.includes("@") === true && /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,20}$/.test(domain)
    ? [domain]
    : [];
}
