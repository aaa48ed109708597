/** An IPv4 or IPv6 address, read strictly: what one program accepts and another reads differently is refused. */
export interface IpAddress {
  readonly family: 4 | 6;
  /** 4 or 16 octets, network order. */
  readonly bytes: readonly number[];
  /** Canonical text: dotted decimal, or RFC 5952. */
  readonly text: string;
}

/** A block of addresses; bits behind the prefix may be set, as in SPF's `ip4:192.0.2.1/24`. */
export interface AddressBlock {
  readonly address: IpAddress;
  readonly prefix: number;
}

/**
 * Four decimal numbers without leading zeros, or RFC 4291 2.2 text without a zone. Null for everything else,
 * octal, hexadecimal and shortened forms included.
 */
export const parseIpAddress = (text: string): IpAddress | null =>
  text.includes(":") ? parseIpv6(text) : parseIpv4(text);

export function parseIpv4(text: string): IpAddress | null {
  const bytes = readIpv4(text);
  return bytes === null ? null : { family: 4, bytes, text: bytes.join(".") };
}

export function parseIpv6(text: string): IpAddress | null {
  if (text.length > 45 || !/^[0-9a-f:.]+$/iu.test(text)) return null;
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const head = readGroups(halves[0] ?? "", halves.length === 1);
  const tail = halves.length === 2 ? readGroups(halves[1] ?? "", true) : [];
  if (head === null || tail === null) return null;
  const missing = 16 - head.length - tail.length;
  // "::" stands for at least one group (RFC 4291 2.2).
  if (halves.length === 1 ? missing !== 0 : missing < 2) return null;
  return addressOf([...head, ...Array.from({ length: missing }, () => 0), ...tail]);
}

/** The address made of 4 or 16 octets. */
export const addressOf = (bytes: readonly number[]): IpAddress =>
  bytes.length === 4
    ? { family: 4, bytes, text: bytes.join(".") }
    : { family: 6, bytes, text: canonicalIpv6(bytes) };

/** `address/prefix`, or a bare address as a block of one. Null when it is neither. */
export function parseAddressBlock(text: string): AddressBlock | null {
  const slash = text.indexOf("/");
  const address = parseIpAddress(slash === -1 ? text : text.slice(0, slash));
  if (address === null) return null;
  const bits = address.bytes.length * 8;
  if (slash === -1) return { address, prefix: bits };
  const length = text.slice(slash + 1);
  if (!/^(?:0|[1-9]\d{0,2})$/u.test(length) || Number(length) > bits) return null;
  return { address, prefix: Number(length) };
}

/** Whether the address lies in the block. Families never match each other. */
export function contains(block: AddressBlock, address: IpAddress): boolean {
  if (block.address.family !== address.family) return false;
  return address.bytes.every((byte, index) => {
    const bits = Math.min(8, Math.max(0, block.prefix - index * 8));
    const mask = (0xff << (8 - bits)) & 0xff;
    return (byte & mask) === ((block.address.bytes[index] ?? 0) & mask);
  });
}

/** The name that holds the PTR record of the address (RFC 1035 3.5, RFC 3596 2.5). */
export const reverseName = (address: IpAddress): string =>
  address.family === 4
    ? `${address.bytes.toReversed().join(".")}.in-addr.arpa`
    : `${[...hexOf(address.bytes)].toReversed().join(".")}.ip6.arpa`;

/** The address as 8 or 32 hexadecimal digits. */
export const hexOf = (bytes: readonly number[]): string =>
  bytes.map(byte => byte.toString(16).padStart(2, "0")).join("");

function readIpv4(text: string): number[] | null {
  if (!/^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/u.test(text)) return null;
  const bytes = text.split(".").map(Number);
  return bytes.every(byte => byte <= 255) ? bytes : null;
}

/** Colon-separated groups as octets; the last may be dotted decimal at the end of the address. */
function readGroups(text: string, atEnd: boolean): number[] | null {
  if (text === "") return [];
  const groups = text.split(":");
  const bytes: number[] = [];
  for (const [index, group] of groups.entries()) {
    if (atEnd && index === groups.length - 1 && group.includes(".")) {
      const dotted = readIpv4(group);
      if (dotted === null) return null;
      bytes.push(...dotted);
    } else {
      if (!/^[0-9a-f]{1,4}$/iu.test(group)) return null;
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 0xff);
    }
  }
  return bytes;
}

/** RFC 5952: no leading zeros, the first longest run of two or more zero groups as "::", lower case. */
function canonicalIpv6(bytes: readonly number[]): string {
  // RFC 5952 section 5: the mapped form keeps its dotted tail.
  if (bytes.slice(0, 10).every(byte => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff) {
    return `::ffff:${bytes.slice(12).join(".")}`;
  }
  const groups = Array.from({ length: 8 }, (_, index) => {
    const value = ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0);
    return value.toString(16);
  });
  const run = longestZeroRun(groups);
  if (run.length < 2) return groups.join(":");
  return `${groups.slice(0, run.start).join(":")}::${groups.slice(run.start + run.length).join(":")}`;
}

function longestZeroRun(groups: readonly string[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start += 1) {
    let end = start;
    while (groups[end] === "0") end += 1;
    if (end - start > best.length) best = { start, length: end - start };
    start = Math.max(start, end - 1);
  }
  return best;
}
