import { parseIpAddress } from "#lib/values/ip-address.ts";
import { parseRecord } from "../parse-record.ts";

/** One term that was changed, or with `to` null taken out. */
export interface Repair {
  readonly from: string;
  readonly to: string | null;
}

export interface RepairedText {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

/**
 * The record that was most likely meant by one that cannot be read: usual slips are put right, and a term
 * that makes no sense in any way is taken out. The result always parses.
 */
export function repairText(text: string): RepairedText {
  const repairs: Repair[] = [];
  const terms: string[] = [];
  const seen = new Set<string>();
  const words = wordsOf(text);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const next = words[index + 1] ?? "";
    // "include: spf.example.com"
    const glued = /^[+\-~?]?[a-z0-9]+[:=]$/iu.test(word) && !isTerm(next) ? readingOf(word + next) : null;
    const from = glued === null ? word : `${word} ${next}`;
    const to = glued ?? readingOf(word);
    if (glued !== null) index += 1;
    const key = /^(?:redirect|exp)(?==)/iu.exec(to ?? "")?.[0].toLowerCase();
    const repeated = key !== undefined && seen.has(key);
    if (key !== undefined) seen.add(key);
    if (to !== from || repeated) repairs.push({ from, to: repeated ? null : to });
    if (to !== null && !repeated) terms.push(to);
  }
  return { text: ["v=spf1", ...terms].join(" "), repairs };
}

/** The words behind the version, with what only looks like a space or a hyphen made one. */
function wordsOf(text: string): string[] {
  const plain = text
    .replaceAll(/\xc2\xa0|\s/gu, " ")
    .replaceAll(/\xe2\x80[\x90-\x95]|\xe2\x88\x92/gu, "-")
    .replaceAll(/\xe2\x80[\x8b-\x8f\x98-\x9f]|\xef\xbb\xbf|["'\\]/gu, "")
    .trim()
    .replace(/^v?\s{0,3}=?\s{0,3}spf\s?[12]?(?:\.0\/[a-z,]+)?[^a-z0-9+~?-]*/iu, "");
  return plain.split(" ").filter(word => word !== "");
}

/** The first reading of a word that is a term. */
function readingOf(word: string): string | null {
  const bare = word.replace(/[.,;:]{1,9}$/u, "");
  const candidates = [word, bare, ...READINGS.map(read => read(bare))];
  return candidates.find(candidate => candidate !== null && isTerm(candidate)) ?? null;
}

const READINGS: readonly ((word: string) => string | null)[] = [
  word => replaced(word, /^([+\-~?]?)(?:ipv4|ip)(?=:)/iu, "$1ip4"),
  word => replaced(word, /^([+\-~?]?)(?:ipv6|ip)(?=:)/iu, "$1ip6"),
  word => networkTerm(word),
  word => replaced(word, /^([+\-~?]?)ip[46]:(?=.*[a-z])/iu, "$1a:"),
  word => replaced(word, /^[+\-~?]?(redirect|exp)[:=]/iu, "$1="),
  // A prefix length that cannot be: the address alone is the narrower claim.
  word => replaced(word, /\/[^/]*$/u, ""),
];

const replaced = (word: string, pattern: RegExp, by: string): string | null =>
  pattern.test(word) ? word.replace(pattern, by) : null;

/** An address behind a mechanism that takes names, or behind that of the other family. */
function networkTerm(word: string): string | null {
  const parts = /^([+\-~?]?)(?:a|mx|include|ptr|exists|ip4|ip6):([^/]+)(\/\d+)?$/iu.exec(word);
  const address = parseIpAddress(parts?.[2] ?? "");
  return address === null
    ? null
    : `${parts?.[1] ?? ""}ip${address.family}:${address.text}${parts?.[3] ?? ""}`;
}

const isTerm = (word: string): boolean =>
  word !== "" && !word.includes(" ") && parseRecord(`v=spf1 ${word}`).ok;
