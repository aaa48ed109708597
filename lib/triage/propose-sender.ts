import { providerOfHost } from "#lib/bounce/provider.ts";
import { isFailure, joinedText, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { checkHost, type SpfOutcome } from "#lib/mail/spf/check-host.ts";
import { RFC_LIMITS } from "#lib/mail/spf/limits.ts";
import { isSpfRecord } from "#lib/mail/spf/select-record.ts";
import { includeOfProvider, recogniseService } from "#lib/mail/spf/services.ts";
import type { Clock } from "#lib/values/clock.ts";
import type { IpAddress } from "#lib/values/ip-address.ts";
import type { SpfProposal } from "./evidence.ts";

interface Sender {
  readonly domain: string;
  readonly ip: IpAddress;
  /** What the sending server calls itself, and what reverse DNS calls it. */
  readonly names: readonly string[];
  readonly outcome: SpfOutcome;
}

interface Tools {
  readonly resolver: Resolver;
  readonly clock: Clock;
}

/**
 * The SPF record with which this address may send: the one that is there with one more term at its beginning,
 * where nothing before it can match, or a first one. Null where the address passes, and where the record is broken
 * so that adding to it would not help.
 */
export async function proposeSender(sender: Sender, tools: Tools): Promise<SpfProposal | null> {
  if (sender.outcome.result === "pass" || sender.outcome.result === "permerror") return null;
  const answer = await tools.resolver.lookup(sender.domain, "TXT");
  if (isFailure(answer) || (answer.status === "nxdomain" && answer.cnames.length === 0)) return null;
  const [published, ...others] = recordsOf(answer).map(joinedText).filter(isSpfRecord);
  if (others.length > 0) return null;
  const service = await serviceOf(sender, tools);
  const term = service?.term ?? `ip${sender.ip.family}:${sender.ip.text}`;
  return {
    record: {
      action: published === undefined ? "create" : "replace",
      name: sender.domain,
      type: "TXT",
      value:
        published === undefined ? `v=spf1 ${term} ~all` : published.replace(/^v=spf1/iu, `v=spf1 ${term}`),
      replaces: published ?? null,
    },
    term,
    service: service?.name ?? null,
  };
}

/** The service that runs the sending server: named by the server, and proved by the SPF record of the service. */
async function serviceOf({ ip, names, outcome }: Sender, { resolver, clock }: Tools) {
  for (const name of names) {
    const host = name.toLowerCase();
    const service = recogniseService(host);
    const include = includeOfProvider(service?.id ?? providerOfHost(host) ?? "");
    if (include === null) continue;
    const check = await checkHost({ ip, mailFrom: `postmaster@${include}`, helo: host }, { resolver, clock });
    const fits = outcome.lookups + check.lookups < RFC_LIMITS.lookups;
    if (check.result === "pass" && fits) {
      return { term: `include:${include}`, name: recogniseService(include)?.name ?? include };
    }
  }
  return null;
}
