import type { SmtpProbeResult } from "#lib/net/smtp-probe.ts";
import { defineProbe, gathered } from "../define-probe.ts";
import type { Gathered } from "../finding.ts";
import { isPublicAddress } from "../public-address.ts";
import { knownAddresses } from "./host-addresses.ts";

/** What one mail server said up to STARTTLS, or why nobody asked it. */
export type SmtpFinding =
  | Exclude<SmtpProbeResult, { status: "not-reachable" }>
  | { readonly status: "not-tested"; readonly because: "port-25-closed" | "dns-only" };

export interface SmtpHost {
  readonly host: string;
  readonly address: string;
  readonly result: Gathered<SmtpFinding>;
}

export interface SmtpEvidence {
  readonly hosts: readonly SmtpHost[];
}

/** Our own politeness: mail servers spoken to in one scan. */
const MOST_HOSTS = 5;

export const smtpProbe = defineProbe({
  id: "smtp",
  async gather({ smtp, use }) {
    const hosts = await use("hosts");
    if (!hosts.ok) return hosts;
    const reachable = hosts.value.hosts.flatMap(host => {
      const address = knownAddresses(host).find(text => isPublicAddress(text));
      return address === undefined ? [] : [{ host: host.host, address }];
    });
    const asked = reachable.slice(0, MOST_HOSTS).map(async one => {
      if (smtp === null) return { ...one, result: gathered(DNS_ONLY) };
      return { ...one, result: findingOf(await smtp.probe(one.host, one.address)) };
    });
    return gathered({ hosts: await Promise.all(asked) });
  },
});

const DNS_ONLY: SmtpFinding = { status: "not-tested", because: "dns-only" };

/** A server that could not be spoken to is a failed measurement, not a server without STARTTLS. */
function findingOf(result: SmtpProbeResult): Gathered<SmtpFinding> {
  if (result.status !== "not-reachable") return gathered(result);
  return result.reason === "port-25-closed"
    ? gathered({ status: "not-tested", because: "port-25-closed" })
    : { ok: false, failure: { reason: "network-failed", lookups: [] } };
}
