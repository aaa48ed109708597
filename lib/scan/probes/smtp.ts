import type { SmtpProbeResult } from "#lib/net/smtp-probe.ts";
import { defineProbe, gathered } from "../define-probe.ts";
import type { Gathered } from "../finding.ts";
import { isPublicAddress } from "../public-address.ts";
import { allAddresses } from "./host-addresses.ts";

/** What one mail server said up to STARTTLS, or why nobody asked it. */
export type SmtpFinding =
  | Exclude<SmtpProbeResult, { status: "not-reachable" }>
  | { readonly status: "not-tested"; readonly because: NotTested };

/** `not-public`: the address is one that nobody can reach from the Internet. */
export type NotTested = "port-25-closed" | "dns-only" | "not-public";

export interface SmtpHost {
  readonly host: string;
  /** Null when it could not be found out. */
  readonly address: string | null;
  readonly result: Gathered<SmtpFinding>;
}

export interface SmtpEvidence {
  /** Hosts that have, or may have, an address of the public Internet. */
  readonly hosts: readonly SmtpHost[];
}

/** Our own politeness: mail servers spoken to in one scan. */
const MOST_HOSTS = 5;

export const smtpProbe = defineProbe({
  id: "smtp",
  async gather({ egress, smtp, use }) {
    const hosts = await use("hosts");
    if (!hosts.ok) return hosts;
    const asked = hosts.value.hosts.slice(0, MOST_HOSTS).map(async (one): Promise<SmtpHost | null> => {
      const { host } = one;
      const addresses = allAddresses(one);
      if (!addresses.ok) return { host, address: null, result: addresses };
      const address = addresses.value.find(isPublicAddress);
      if (address === undefined) return null;
      if (smtp === null) {
        const because = egress === null ? "dns-only" : "port-25-closed";
        return { host, address, result: gathered({ status: "not-tested", because }) };
      }
      return { host, address, result: findingOf(await smtp.probe(host, address)) };
    });
    const spoken = await Promise.all(asked);
    return gathered({ hosts: spoken.filter(host => host !== null) });
  },
});

/** A server that could not be spoken to is a failed measurement, not a server without STARTTLS. */
function findingOf(result: SmtpProbeResult): Gathered<SmtpFinding> {
  if (result.status !== "not-reachable") return gathered(result);
  if (result.reason === "port-25-closed") return gathered({ status: "not-tested", because: result.reason });
  if (result.reason === "forbidden-address") return gathered({ status: "not-tested", because: "not-public" });
  return { ok: false, failure: { reason: "network-failed", lookups: [] } };
}
