import { parseRecord } from "../parse-record.ts";

/** What the character-strings of one TXT record come to when they are joined (RFC 7208 3.3). */
export interface JoinedStrings {
  /** Words that run into each other where a space was forgotten. */
  readonly collisions: readonly { readonly left: string; readonly right: string }[];
  /** The text with the forgotten spaces put in. */
  readonly spaced: string;
}

/**
 * Finds the places where two strings were meant as two terms but have no space between them. A cut inside a
 * term is normal (software cuts after 255 octets), so both sides must be whole terms.
 */
export function inspectStrings(strings: readonly string[]): JoinedStrings {
  const collisions: { left: string; right: string }[] = [];
  let spaced = strings[0] ?? "";
  for (let index = 1; index < strings.length; index += 1) {
    const before = strings[index - 1] ?? "";
    const left = spaced.slice(spaced.lastIndexOf(" ") + 1);
    const right = wordAt(strings, index);
    const collides =
      left !== "" && right !== "" && areTwoTerms(left, right, before.length === LONGEST_STRING);
    if (collides) collisions.push({ left, right });
    spaced += `${collides ? " " : ""}${strings[index] ?? ""}`;
  }
  return { collisions, spaced };
}

/** RFC 1035 3.3: octets in one character-string. */
const LONGEST_STRING = 255;

/** The word with which the strings from `index` on begin; empty when they begin with a space. */
function wordAt(strings: readonly string[], index: number): string {
  let word = "";
  for (const text of strings.slice(index)) {
    const space = text.indexOf(" ");
    word += space === -1 ? text : text.slice(0, space);
    if (space !== -1 || word.length > LONGEST_STRING) break;
  }
  return word;
}

function areTwoTerms(left: string, right: string, cutBySoftware: boolean): boolean {
  if (!isTerm(right) || !(left.toLowerCase() === "v=spf1" || isTerm(left))) return false;
  // "include:mail.example.c" + "a": behind a full string, a bare word is more likely the rest of a name.
  return !cutBySoftware || /^[+\-~?]|[:=]/u.test(right);
}

const isTerm = (word: string): boolean => parseRecord(`v=spf1 ${word}`).ok;
