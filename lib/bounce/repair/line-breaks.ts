import { type Edit, editMatches } from "./edit.ts";

/** CRLF, CR, form feeds and Unicode line separators become LF; so do the two characters `\n` of escaped text. */
export const repairLineBreaks = (text: string): readonly Edit[] =>
  text.includes("\n") || !ESCAPED.test(text)
    ? FOREIGN.test(text)
      ? editMatches(text, FOREIGN_ALL, () => "\n")
      : []
    : editMatches(text, ESCAPED_ALL, () => "\n");

/** Every line followed by an empty one (a paste through a chat or a rich-text editor): the empty ones go. */
export function repairDoubledLineBreaks(text: string): readonly Edit[] {
  const doubled = [...text.matchAll(/[^\n]\n[ \t]*\n(?=[^\n])/g)].length;
  if (doubled < 6) return [];
  const single = [...text.matchAll(/[^\n]\n(?=[^\n])/g)].filter(
    match => text.slice(match.index + 2).search(/\S/) === 0,
  ).length;
  return single * 9 > doubled ? [] : editMatches(text, /\n[ \t]*\n/g, () => "\n");
}

const FOREIGN = /[\r\v\f\u2028\u2029]/;
const FOREIGN_ALL = /\r\n?|[\v\f\u2028\u2029]/g;

/** Only where digits, quotes or blanks follow, so that a path such as C:\new stays whole. */
const ESCAPED = /\\r\\n|\\n[\s\d<>"'\\]/;
const ESCAPED_ALL = /\\r\\n|\\n(?=[\s\d<>"'\\]|[A-Z]|$)/g;
