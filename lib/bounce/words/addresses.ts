/** A mail address in running text: dot-atom or quoted local part, host name (also internationalised) or literal. */
export const ADDRESS_SOURCE = String.raw`(?:"[^"\n@]{1,64}"|[^\s<>()\[\]{},;:"'\\@|=]{1,64}(?:=[^\s<>()\[\]{},;:"'\\@|]{1,64}){0,4})@(?:[^\s<>()\[\]{},;:"'\\@|/=?!*&#%^$+~]{1,63}\.){0,8}[^\s<>()\[\]{},;:"'\\@|/=?!*&#%^$+~.]{1,63}`;

export interface FoundAddress {
  readonly address: string;
  readonly start: number;
  readonly end: number;
}

/** All addresses of a text, in order, cleaned of what sentences put around them. */
export function findAddresses(text: string): readonly FoundAddress[] {
  if (!text.includes("@")) return [];
  const found: FoundAddress[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimAddress(match[0]);
    if (address === null) continue;
    const start = match.index + match[0].indexOf(address);
    found.push({ address, start, end: start + address.length });
  }
  return found;
}

/** The first address in a text, or null. */
export const firstAddress = (text: string): string | null =>
  findAddresses(text.slice(0, 2000))[0]?.address ?? null;

/** Whether two addresses are one for delivery: domains never differ by case, local parts in practice do not either. */
export const sameAddress = (left: string | null, right: string | null): boolean =>
  left !== null && right !== null && left.toLowerCase() === right.toLowerCase();

export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf("@") + 1).toLowerCase();

const ADDRESS = new RegExp(ADDRESS_SOURCE, "gu");

function trimAddress(text: string): string | null {
  const address = text
    .replace(/^[.*_~!?-]+(?=[\p{L}\p{N}])/u, "")
    .replace(/^(?:smtp|mailto|rfc822)[:;]/i, "");
  return address.startsWith("@") || /@[^@]*\.\d+$/.test(address) ? null : address;
}
