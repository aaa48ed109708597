import { hexOf, parseIpAddress } from "#lib/values/ip-address.ts";

/**
 * The name under which a list holds an address or a domain: octets or nibbles reversed (RFC 5782 2.1, 2.4), or
 * the domain itself (RFC 5782 3). An IPv4 address written inside IPv6 keeps its IPv6 form, as test entries do.
 */
export function dnsblQueryName(entry: string, zone: string): string {
  const address = parseIpAddress(entry);
  if (address === null) return `${entry.toLowerCase()}.${zone}`;
  const parts = address.family === 4 ? address.bytes.map(String) : [...hexOf(address.bytes)];
  return `${parts.toReversed().join(".")}.${zone}`;
}
