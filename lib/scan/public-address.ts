import { isGlobal } from "#lib/values/global-address.ts";
import { contains, parseAddressBlock, parseIpAddress } from "#lib/values/ip-address.ts";

/**
 * Whether a mail server can be reached at the address from the Internet, as far as the address tells.
 * Documentation addresses (RFC 5737, RFC 3849, RFC 9637) count as public: no private network uses them, they are
 * met in samples and test zones only, where they stand for public ones. Connections are another matter: the
 * egress and the SMTP prober connect to global addresses alone.
 */
export function isPublicAddress(text: string): boolean {
  const address = parseIpAddress(text);
  return address !== null && (isGlobal(address) || DOCUMENTATION.some(block => contains(block, address)));
}

const DOCUMENTATION = [
  "192.0.2.0/24",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "2001:db8::/32",
  "3fff::/20",
].flatMap(text => parseAddressBlock(text) ?? []);
