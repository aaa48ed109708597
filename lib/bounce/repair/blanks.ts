import { type Edit, editMatches } from "./edit.ts";

/** No-break, narrow, figure and ideographic spaces become plain blanks. */
export const repairBlanks = (text: string): readonly Edit[] =>
  ODD_BLANK.test(text) ? editMatches(text, ODD_BLANKS, () => " ") : [];

const ODD_BLANK = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const ODD_BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
