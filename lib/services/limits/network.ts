import { addressOf, type IpAddress } from "#lib/values/ip-address.ts";

/**
 * What counts as one caller: an IPv4 address, or the /64 network of an IPv6 address, since that is what a
 * single subscriber is given (RFC 6177) and can use any address of.
 */
export function networkOf(address: IpAddress): string {
  if (address.family === 4) return address.text;
  const { bytes } = address;
  // RFC 4291 2.5.5.2: a dual-stack socket shows IPv4 callers so.
  if (bytes.slice(0, 10).every(byte => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff) {
    return addressOf(bytes.slice(12)).text;
  }
  return `${addressOf([...bytes.slice(0, 8), 0, 0, 0, 0, 0, 0, 0, 0]).text}/64`;
}
