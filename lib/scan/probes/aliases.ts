import type { RecordType } from "#lib/dns/answer.ts";
import { isFailure } from "#lib/dns/answer.ts";
import { defineProbe, dnsFailed, gathered } from "../define-probe.ts";
import type { Gathered } from "../finding.ts";

/** Where the CNAME records at one name lead. */
export interface AliasWalk {
  readonly name: string;
  readonly lookup: string;
  /** The names passed, and whether they run in a circle. */
  readonly walk: Gathered<{ readonly through: readonly string[]; readonly loops: boolean }>;
}

export interface AliasesEvidence {
  readonly names: readonly AliasWalk[];
}

/** The names that mail depends on. Other probes ask the same questions, so these cost nothing. */
export const aliasesProbe = defineProbe({
  id: "aliases",
  async gather({ domain, resolver, use }) {
    const own: readonly (readonly [string, RecordType])[] = [
      [domain, "MX"],
      [`_dmarc.${domain}`, "TXT"],
      [`_mta-sts.${domain}`, "TXT"],
      [`_smtp._tls.${domain}`, "TXT"],
      [`default._bimi.${domain}`, "TXT"],
    ];
    const walkOf = async ([name, type]: readonly [string, RecordType]): Promise<AliasWalk> => {
      const answer = await resolver.lookup(name, type);
      const loops = answer.status === "cname-loop";
      const walk = { through: answer.cnames, loops };
      return {
        name,
        lookup: answer.id,
        walk: isFailure(answer) && !loops ? dnsFailed(answer) : gathered(walk),
      };
    };
    const started = own.map(walkOf);
    const hosts = await use("hosts");
    const hostNames = hosts.ok ? hosts.value.hosts.filter(({ kind }) => kind === "name") : [];
    const others = hostNames.map(({ host }) => walkOf([host, "A"]));
    return gathered({ names: await Promise.all([...started, ...others]) });
  },
});
