import { type Edit, editMatches } from "./edit.ts";

/** Fullwidth forms of ASCII (East Asian keyboards) become ASCII. */
export const repairFullwidth = (text: string): readonly Edit[] =>
  FULLWIDTH.test(text)
    ? editMatches(text, FULLWIDTHS, ([found]) =>
        Array.from(found, character => String.fromCharCode(character.charCodeAt(0) - DISTANCE)).join(""),
      )
    : [];

/** U+FF01 to U+FF5E stand for U+0021 to U+007E. */
const DISTANCE = 0xff01 - 0x21;
const FULLWIDTH = /[\uff01-\uff5e]/;
const FULLWIDTHS = /[\uff01-\uff5e]+/g;
