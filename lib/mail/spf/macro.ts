import { hexOf, type IpAddress } from "#lib/values/ip-address.ts";
import type { MacroExpand, MacroLetter, MacroPart, MacroString } from "./record.ts";

/** What the macro letters stand for (RFC 7208 7.2). */
export interface MacroValues {
  /** `local-part@domain`; a missing local part is already "postmaster" (4.3). */
  readonly sender: string;
  readonly localPart: string;
  readonly senderDomain: string;
  /** The <domain> being evaluated; changes in includes and redirects. */
  readonly domain: string;
  readonly ip: IpAddress;
  readonly helo: string;
  /** The validated domain name of the client, or "unknown". */
  readonly validatedName: string;
  /** The name of the receiving host, or "unknown". */
  readonly receiver: string;
  /** Seconds since 1970-01-01 UTC. */
  readonly timestamp: number;
}

/**
 * Expands a macro-string (RFC 7208 7.3). With `limit`, expansion stops once the text is longer than that:
 * no record may make a reader build megabytes.
 */
export function expandMacros(
  parts: MacroString,
  values: MacroValues,
  limit = Number.POSITIVE_INFINITY,
): string {
  let text = "";
  for (const part of parts) {
    text += expandPart(part, values);
    if (text.length > limit) return text.slice(0, limit);
  }
  return text;
}

/** As `expandMacros`, but keeps the right end: of a name that is too long the left side goes (7.3). */
export function expandMacrosFromRight(parts: MacroString, values: MacroValues, limit: number): string {
  let text = "";
  for (let index = parts.length - 1; index >= 0 && text.length <= limit; index -= 1) {
    const part = parts[index];
    if (part !== undefined) text = expandPart(part, values) + text;
  }
  return text.length > limit ? text.slice(-limit) : text;
}

/** Whether the macro-string uses one of these letters, in either case. */
export const usesMacro = (parts: MacroString, letters: string): boolean =>
  parts.some(part => part.kind === "macro" && letters.includes(part.letter));

const ESCAPES = { "%%": "%", "%_": " ", "%-": "%20" } as const;

function expandPart(part: MacroPart, values: MacroValues): string {
  if (part.kind === "literal") return part.text;
  if (part.kind === "escape") return ESCAPES[part.text];
  const value = transform(part, valueOf(part.letter, values));
  return part.escaped ? escapeUrl(value) : value;
}

function valueOf(letter: MacroLetter, values: MacroValues): string {
  switch (letter) {
    case "s":
      return values.sender;
    case "l":
      return values.localPart;
    case "o":
      return values.senderDomain;
    case "d":
      return values.domain;
    case "i":
      return dotFormat(values.ip);
    case "p":
      return values.validatedName;
    case "v":
      return values.ip.family === 4 ? "in-addr" : "ip6";
    case "h":
      return values.helo;
    case "c":
      return values.ip.text;
    case "r":
      return values.receiver;
    case "t":
      return String(values.timestamp);
  }
}

/** RFC 7208 7.3: dotted quad, or for IPv6 every nibble followed by a dot, for use in `%{ir}`. */
const dotFormat = (ip: IpAddress): string => (ip.family === 4 ? ip.text : [...hexOf(ip.bytes)].join("."));

/**
 * RFC 7208 7.3: split at the delimiters, reverse, keep right-hand parts, join with dots. Leading, trailing
 * and consecutive delimiters leave empty parts.
 */
function transform({ keep, reverse, delimiters }: MacroExpand, value: string): string {
  if (keep === null && !reverse && delimiters === "") return value;
  const split = splitAt(value, delimiters === "" ? "." : delimiters);
  const ordered = reverse ? split.toReversed() : split;
  return (keep === null || keep >= ordered.length ? ordered : ordered.slice(-keep)).join(".");
}

function splitAt(value: string, delimiters: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at += 1) {
    if (!delimiters.includes(value.charAt(at))) continue;
    parts.push(value.slice(from, at));
    from = at + 1;
  }
  parts.push(value.slice(from));
  return parts;
}

/** RFC 3986 2.1: every octet outside "unreserved" (2.3) as %XX. */
const escapeUrl = (value: string): string =>
  value.replaceAll(/[^A-Za-z0-9\-._~]+/gu, run =>
    Array.from(
      new TextEncoder().encode(run),
      octet => `%${octet.toString(16).toUpperCase().padStart(2, "0")}`,
    ).join(""),
  );
