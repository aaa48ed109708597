export interface FoundAddress {
  readonly address: string;
  readonly start: number;
  readonly end: number;
}

/**
 * All mail addresses of a text, in order: dot-atoms and quoted local parts, internationalised ones too, cleaned of what
 * sentences and log fields put around them. Looks around from each "@", so that time is linear.
 */
export function findAddresses(text: string): readonly FoundAddress[] {
  const found: FoundAddress[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const end = domainEnd(text, at + 1);
    const start = end === at + 1 ? at : localStart(text, at);
    const previousEnd = found.at(-1)?.end ?? 0;
    if (start < at && start >= previousEnd) found.push({ address: text.slice(start, end), start, end });
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

/** The same for what may be no address: null where there is no "@". */
export const domainOfAny = (address: string | null): string | null =>
  address?.includes("@") ? domainOf(address) : null;

/** Longer than RFC 5321 4.5.3.1.1 allows, for rewritten senders (SRS, VERP) in the wild. */
const LONGEST_LOCAL = 200;
const LONGEST_DOMAIN = 253;

const NOT_IN_LOCAL = /[\s<>()[\]{},;:"'\\@|]/;
const NOT_IN_DOMAIN = /[\s<>()[\]{},;:"'\\@|/=?!*&#%^$+~`]/;

function localStart(text: string, at: number): number {
  if (text[at - 1] === '"') {
    const quote = text.lastIndexOf('"', at - 2);
    return quote === -1 || at - quote > LONGEST_LOCAL || text.slice(quote, at).includes("\n") ? at : quote;
  }
  let start = at;
  while (start > 0 && at - start < LONGEST_LOCAL && !NOT_IN_LOCAL.test(text.charAt(start - 1))) start -= 1;
  const local = text.slice(start, at);
  return start + (LEADING.exec(local)?.[0].length ?? 0);
}

/** Marks of lists and emphasis before a word, and the name of a field: "to=user", "email=user". */
const LEADING =
  /^(?:[.*_~!?=-]{1,20}(?=[\p{L}\p{N}])|(?:to|from|rcpt|orig_to|e?mail|recipient|user|address|for)=)/iu;

function domainEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < LONGEST_DOMAIN && !NOT_IN_DOMAIN.test(text.charAt(end))) end += 1;
  while (end > start && /[.-]/.test(text.charAt(end - 1))) end -= 1;
  const domain = text.slice(start, end);
  // Message-IDs of some programs end in a number after the "@".
  return /^[.-]|\.\.|\.\d+$/.test(domain) ? start : end;
}
