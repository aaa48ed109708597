import { type Edit, editMatches } from "./edit.ts";

/** CRLF, CR, form feeds and Unicode line separators become LF; so do the two characters `\n` of escaped text. */
export const repairLineBreaks = (text: string): readonly Edit[] =>
  text.includes("\n") || !ESCAPED.test(text)
    ? FOREIGN.test(text)
      ? editMatches(text, FOREIGN_ALL, () => "\n")
      : []
    : editMatches(text, ESCAPED_ALL, () => "\n");

/**
 * Every line followed by an empty one (a paste through a chat or a rich-text editor): the empty ones go. Where the
 * text had empty lines itself there are three of them now.
 */
export function repairDoubledLineBreaks(text: string): readonly Edit[] {
  if (!DOUBLED.test(text)) return [];
  const doubled = text.match(/[^\n]\n[ \t]{0,80}\n(?=[^\n])/g)?.length ?? 0;
  const single = text.match(/[^\n]\n(?=[ \t]{0,80}[^\s])/g)?.length ?? 0;
  const everywhere = single === 0 && doubled >= 2 && /\n[ \t]{0,80}\n[ \t]{0,80}\n[ \t]{0,80}\n/.test(text);
  return everywhere || (doubled >= 6 && single * 9 <= doubled)
    ? editMatches(text, /\n[ \t]{0,80}\n/g, () => "\n")
    : [];
}

const DOUBLED = /\n[ \t]{0,80}\n/;
const FOREIGN = /[\r\v\f\u2028\u2029]/;
const FOREIGN_ALL = /\r\n?|[\v\f\u2028\u2029]/g;

/** Only where digits, quotes or blanks follow, so that a path such as C:\new stays whole. */
const ESCAPED = /\\r\\n|\\n[\s\d<>"'\\]/;
const ESCAPED_ALL = /\\r\\n|\\n(?=[\s\d<>"'\\]|[A-Z]|$)/g;
