import { parseIpAddress } from "#lib/values/ip-address.ts";

/** What stands where an MX record needs the name of a host. */
export type HostKind = "name" | "ip-literal" | "invalid-name";

/**
 * RFC 5321 5.1 and RFC 1035 3.3.9 want a domain name, never an address. Underscores are tolerated, as mail
 * servers do; names of one label are not, because no public host has one.
 */
export function hostKind(exchange: string): HostKind {
  if (parseIpAddress(exchange.replace(/^\[(?:ipv6:)?(.*)\]$/u, "$1")) !== null) return "ip-literal";
  const labels = exchange.split(".");
  const wellFormed = labels.every(label => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/u.test(label));
  const topLevel = labels.at(-1) ?? "";
  return wellFormed && labels.length > 1 && !/^\d+$/u.test(topLevel) ? "name" : "invalid-name";
}
