import { repairBase64 } from "./base64.ts";
import { repairBlanks } from "./blanks.ts";
import { applyRepairs, type Repair, type RepairedText } from "./edit.ts";
import { repairEntities } from "./entities.ts";
import { repairFullwidth } from "./fullwidth.ts";
import { repairFixedColumnWraps, repairSplitTokens, repairSplitWords } from "./hard-wraps.ts";
import { repairInvisible } from "./invisible.ts";
import { repairDoubledLineBreaks, repairLineBreaks } from "./line-breaks.ts";
import { repairMailLinks } from "./mail-links.ts";
import { repairIso2022Jp, repairJapaneseAsWindows1252, repairUtf8AsWindows1252 } from "./mojibake.ts";
import { repairPunctuation } from "./punctuation.ts";
import { repairQuotedPrintable } from "./quoted-printable.ts";
import { repairQuoteMarks } from "./quote-marks.ts";
import { repairWrappedLinks } from "./wrapped-links.ts";

/** Undoes what copying, pasting and mail programs do to a text. Undamaged text comes back as it was. */
export const repairText = (text: string): RepairedText => applyRepairs(text, ALL);

/** The part of the repairs that keeps the source of a mail parsable: line ends, quote marks, invisible characters. */
export const repairSource = (text: string): RepairedText => applyRepairs(text, SOURCE);

/** Lines first, for everything after looks at them; encodings before characters, characters before words. */
const SOURCE: readonly Repair[] = [repairLineBreaks, repairDoubledLineBreaks, repairQuoteMarks];

const ALL: readonly Repair[] = [
  ...SOURCE,
  repairFixedColumnWraps,
  repairBase64,
  repairQuotedPrintable,
  repairIso2022Jp,
  repairUtf8AsWindows1252,
  repairJapaneseAsWindows1252,
  repairEntities,
  repairLineBreaks,
  repairBlanks,
  repairInvisible,
  repairFullwidth,
  repairPunctuation,
  repairMailLinks,
  repairWrappedLinks,
  repairSplitTokens,
  repairSplitWords,
];
