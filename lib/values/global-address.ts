import { addressOf, contains, type IpAddress, parseAddressBlock } from "./ip-address.ts";

/**
 * Whether an address can belong to a host of the public Internet: IANA IPv4 and IPv6 special-purpose
 * registries, multicast, and the cloud metadata address 168.63.129.16. Addresses that carry an IPv4 address are
 * judged by it or refused, so that none of them leads to a private host.
 */
export function isGlobal(address: IpAddress): boolean {
  if (address.family === 4) return isIn(GLOBAL_4, address) || !isIn(SPECIAL_4, address);
  // NAT64 (RFC 6052) is as global as the address inside.
  if (isIn(NAT64, address)) return isGlobal(addressOf(address.bytes.slice(12)));
  return isIn(GLOBAL_6, address) || (isIn(UNICAST_6, address) && !isIn(SPECIAL_6, address));
}

const blocks = (...texts: readonly string[]) =>
  texts.map(text => parseAddressBlock(text)).filter(block => block !== null);

const isIn = (list: ReturnType<typeof blocks>, address: IpAddress): boolean =>
  list.some(block => contains(block, address));

const SPECIAL_4 = blocks(
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "168.63.129.16/32",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
);

/** Port Control Protocol and TURN anycast, global inside 192.0.0.0/24. */
const GLOBAL_4 = blocks("192.0.0.9/32", "192.0.0.10/32");

/** Outside this block IANA has allocated nothing to the public; the special blocks there need no list. */
const UNICAST_6 = blocks("2000::/3");

const NAT64 = blocks("64:ff9b::/96");

const SPECIAL_6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

/** Global inside 2001::/23: anycast services, AMT, AS112, ORCHIDv2, DRIP. */
const GLOBAL_6 = blocks(
  "2001:1::1/128",
  "2001:1::2/128",
  "2001:1::3/128",
  "2001:3::/32",
  "2001:4:112::/48",
  "2001:20::/28",
  "2001:30::/28",
);
