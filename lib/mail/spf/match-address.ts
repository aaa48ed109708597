import { contains, type IpAddress, parseIpAddress } from "#lib/values/ip-address.ts";

/**
 * Whether the client is one of the addresses, or shares their high-order bits (RFC 7208 5). Records of the
 * other family never match: an IPv4 client is looked up by A, an IPv6 client by AAAA.
 */
export const matchesAny = (ip: IpAddress, addresses: readonly string[], prefix: number): boolean =>
  addresses.some(text => {
    const address = parseIpAddress(text);
    return address !== null && contains({ address, prefix }, ip);
  });

/** The record type that holds addresses of the client's family. */
export const addressType = (ip: IpAddress): "A" | "AAAA" => (ip.family === 4 ? "A" : "AAAA");
