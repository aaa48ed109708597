import { type Edit, editMatches } from "./edit.ts";

/**
 * Zero-width characters, soft hyphens, byte order marks, bidi controls (Outlook puts U+200E around dates and
 * addresses) and control characters go.
 */
export const repairInvisible = (text: string): readonly Edit[] =>
  INVISIBLE.test(text) ? editMatches(text, INVISIBLES, () => "") : [];

const INVISIBLE = /[[\p{Cc}--[\t\n\v\f\r]]\p{Cf}\p{Variation_Selector}]/v;
const INVISIBLES = new RegExp(`${INVISIBLE.source}+`, "gv");
