import type { GatherFailure } from "#lib/scan/finding.ts";
import { allAddresses, type HostAddresses } from "#lib/scan/probes/host-addresses.ts";
import { isImplicit } from "#lib/scan/probes/hosts.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import { found, unknown } from "./asked.ts";
import type { Asked, Route } from "./evidence.ts";

/** Where mail for a domain goes, as a scan of it found out; what the scan could not ask is not known. */
export function routeOfScan({ evidence, dns }: Pick<ScanReport, "evidence" | "dns">): Asked<Route> {
  const { mx } = evidence;
  if (!dns.healthy) return unknown("resolver-untrusted");
  if (!mx.ok) return noAnswer(mx.failure);
  if (isImplicit(mx.value)) return routeWithoutMx(evidence);
  if (mx.value.hosts.length === 0) return found({ kind: "null-mx" });
  const hosts = mx.value.hosts.map(host => ({ ...host, addresses: addressesOf(host.host, evidence) }));
  return found({ kind: "hosts", implicit: false, hosts });
}

/** The domain itself takes its mail, if it has an address (RFC 5321 5.1). */
function routeWithoutMx({ domain, hosts }: ScanReport["evidence"]): Asked<Route> {
  if (!domain.ok) return noAnswer(domain.failure);
  if (!domain.value.exists) return found({ kind: "no-such-domain" });
  if (!hosts.ok) return noAnswer(hosts.failure);
  const [itself] = hosts.value.hosts;
  if (itself === undefined) return found({ kind: "no-server" });
  const addresses = addressesIn(itself);
  if (!addresses.ok) return addresses;
  const { host, kind } = itself;
  return found({ kind: "hosts", implicit: true, hosts: [{ host, preference: 0, kind, addresses }] });
}

/** Hosts beyond the most that a scan looks at have addresses that nobody asked for. */
function addressesOf(host: string, { hosts }: ScanReport["evidence"]): Asked<readonly string[]> {
  const looked = hosts.ok ? hosts.value.hosts.find(one => one.host === host) : undefined;
  return looked === undefined ? unknown("over-budget") : addressesIn(looked);
}

function addressesIn(host: HostAddresses): Asked<readonly string[]> {
  const addresses = allAddresses(host);
  return addresses.ok ? found(addresses.value) : noAnswer(addresses.failure);
}

const noAnswer = ({ reason, lookups }: GatherFailure) =>
  unknown(reason === "over-budget" || reason === "deadline" ? reason : "dns-failed", lookups);
