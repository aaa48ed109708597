import { isSampleDomain } from "#lib/values/domain-name.ts";
import { isGlobal } from "#lib/values/global-address.ts";
import { contains, parseAddressBlock, parseIpAddress } from "#lib/values/ip-address.ts";

/**
 * Whether a mail host of the domain can be reached at the address from the Internet. Sample domains live at
 * documentation addresses (RFC 5737, RFC 3849, RFC 9637), which stand for public ones there and only there.
 */
export function isPublicAddress(text: string, domain: string): boolean {
  const address = parseIpAddress(text);
  if (address === null) return false;
  return (
    isGlobal(address) || (isSampleDomain(domain) && DOCUMENTATION.some(block => contains(block, address)))
  );
}

const DOCUMENTATION = [
  "192.0.2.0/24",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "2001:db8::/32",
  "3fff::/20",
].flatMap(text => parseAddressBlock(text) ?? []);
