import type { IncomingHttpHeaders } from "node:http";
import {
  type AddressBlock,
  addressOf,
  contains,
  type IpAddress,
  parseIpAddress,
} from "#lib/values/ip-address.ts";

export interface Connection {
  /** The address of the other end of the socket. */
  readonly peer: string | undefined;
  /** The proxies whose word counts (TRUST_PROXY). */
  readonly trusted: readonly AddressBlock[];
}

/**
 * Makes the headers say who asked and how, so that everything behind may believe them. What a proxy of ours
 * forwarded stays; what anybody else claims of themselves is replaced by what the socket knows.
 */
export function settleForwarded(headers: IncomingHttpHeaders, { peer, trusted }: Connection): void {
  const address = parsePeer(peer);
  const byProxy = address !== null && isTrusted(address, trusted);
  const client = byProxy ? clientBehind(headers["x-forwarded-for"], address, trusted) : address;
  const host = (byProxy ? lastOf(headers["x-forwarded-host"]) : null) ?? headers.host ?? "localhost";
  const isTls = byProxy && lastOf(headers["x-forwarded-proto"]) === "https";
  for (const name of Object.keys(headers)) {
    if (name === "forwarded" || name === "x-real-ip" || name.startsWith("x-forwarded-")) delete headers[name];
  }
  headers["x-forwarded-for"] = client?.text ?? "0.0.0.0";
  headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] = isTls ? "https" : "http";
}

/** From the nearest hop outwards: each is believed about the one before it as long as it is ours. */
function clientBehind(
  list: string | string[] | undefined,
  peer: IpAddress,
  trusted: readonly AddressBlock[],
): IpAddress {
  let client = peer;
  for (const hop of [list ?? []].flat().join(",").split(",").toReversed()) {
    const address = isTrusted(client, trusted) ? parsePeer(hop.trim()) : null;
    if (address === null) break;
    client = address;
  }
  return client;
}

const isTrusted = (address: IpAddress, trusted: readonly AddressBlock[]): boolean =>
  trusted.some(block => contains(block, address));

function lastOf(list: string | string[] | undefined): string | null {
  const last = [list ?? []].flat().join(",").split(",").at(-1)?.trim() ?? "";
  return last === "" ? null : last;
}

/** A dual-stack socket shows IPv4 as ::ffff:192.0.2.1, a link-local one its interface. */
function parsePeer(text: string | undefined): IpAddress | null {
  const address = parseIpAddress((text ?? "").replace(/%.*$/u, ""));
  if (address?.family !== 6) return address;
  const isMapped = address.bytes.slice(0, 10).every(byte => byte === 0) && address.bytes[10] === 0xff;
  return isMapped && address.bytes[11] === 0xff ? addressOf(address.bytes.slice(12)) : address;
}
