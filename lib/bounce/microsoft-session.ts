/** The bracket at the end of a reply of Exchange Online: what the recipient's admin gives to Microsoft support. */
export interface MicrosoftSession {
  readonly host: string;
  /** ISO 8601, UTC; null in replies from before 2022. */
  readonly time: string | null;
  /** Hexadecimal, sixteen digits as a rule; null where there is none. */
  readonly id: string | null;
}

/**
 * Reads `[HOST]`, `[HOST time]` and `[HOST time session]`. Blanks and line breaks may have crept in anywhere: hosts are
 * matched without regard to case, and a blank before the "T" of the time is known from real replies.
 */
export function microsoftSession(text: string): MicrosoftSession | null {
  for (const bracket of text.matchAll(/\[([^[\]]{12,200})\]/g)) {
    const match = SESSION.exec((bracket[1] ?? "").replace(/\s+/g, ""));
    if (match?.[1] !== undefined)
      return { host: match[1], time: match[2] ?? null, id: match[3]?.toUpperCase() ?? null };
  }
  return null;
}

const SESSION =
  /^([a-z0-9-]{4,40}(?:\.[a-z0-9-]{1,40}){1,5}\.outlook\.(?:com|de|cn)|[a-z0-9-]{4,40}(?:\.[a-z0-9-]{1,40}){0,4}\.(?:mail\.)?protection\.outlook\.com)(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z)?([0-9A-F]{14,17})?$/i;
