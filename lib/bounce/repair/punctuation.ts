import { type Edit, editMatches } from "./edit.ts";

/** Typographic quotes and dashes, as word processors and chats write them, become those of the wire. */
export const repairPunctuation = (text: string): readonly Edit[] =>
  TYPOGRAPHIC.test(text) ? editMatches(text, TYPOGRAPHIC_ALL, ([found]) => PLAIN[found] ?? null) : [];

const PLAIN: Readonly<Record<string, string>> = Object.fromEntries([
  ...Array.from("\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u00b4\u02bc", character => [character, "'"]),
  ...Array.from("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", character => [character, '"']),
  ...Array.from("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63", character => [character, "-"]),
]);

const TYPOGRAPHIC =
  /[\u00ab\u00b4\u00bb\u02bc\u2010-\u2015\u2018-\u201f\u2032\u2033\u2039\u203a\u2212\ufe58\ufe63]/;
const TYPOGRAPHIC_ALL = new RegExp(TYPOGRAPHIC.source, "g");
