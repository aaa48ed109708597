import { type Edit, editMatches } from "./edit.ts";
import { REPLY_WORDS } from "./reply-words.ts";

/**
 * Text cut at a fixed column, in mid-word: several lines of exactly the greatest length that end and go on with a
 * letter or digit. Such breaks took no blank with them, so the lines are joined as they are.
 */
export function repairFixedColumnWraps(text: string): readonly Edit[] {
  const lines = text.split("\n");
  const width = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
  if (width < 20 || width > 200 || lines.length < 3) return [];
  const edits: Edit[] = [];
  let full = 0;
  let inWord = 0;
  let end = -1;
  for (const [index, line] of lines.entries()) {
    end += line.length + 1;
    const next = lines[index + 1];
    if (line.length !== width || next === undefined || next === "") continue;
    full += 1;
    if (/[\w.@-]$/.test(line) && /^[\w.@-]/.test(next)) inWord += 1;
    edits.push({ start: end, end: end + 1, text: "" });
  }
  const nearlyFull = lines.filter(line => line.length < width && line.length >= width - 12).length;
  return full >= 2 && inWord * 2 >= full && full >= nearlyFull ? edits : [];
}

/** A word of the trade in two halves, at a line end or (in flattened text) at a blank: "rejec ted". */
export function repairSplitWords(text: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { index, 1: left = "", 2: gap = "", 3: right = "" } of text.matchAll(
    text.includes("\n") ? HALVES_AT_LINE_END : HALVES,
  )) {
    if (!belongTogether(left, right)) continue;
    const start = index + left.length;
    edits.push({ start, end: start + gap.length, text: "" });
  }
  return edits;
}

/** Host names, addresses and codes with a line break inside. */
export function repairSplitTokens(text: string): readonly Edit[] {
  if (!text.includes("\n")) return editMatches(text, SPACED_CODE, ({ 0: code }) => code.replaceAll(" ", ""));
  return editMatches(text, BREAK_IN_TOKEN, ({ 0: gap, index }) =>
    NEW_SENTENCE.test(text.slice(index - 1, index + gap.length + 2)) ? null : "",
  );
}

/** The dot before the line end was a full stop: a capital and a small letter follow it. */
const NEW_SENTENCE = /^\.\s+\p{Lu}\p{Ll}$/u;

const HALVES_AT_LINE_END =
  /(?<![\w@.\-/])([A-Za-z]{1,20})([ \t]?\n[ \t]{0,8})(?=([a-z]{1,20})(?![\w@]|\.\w))/g;
const HALVES = /(?<![\w@.\-/])([A-Za-z]{1,20})( )(?=([a-z]{1,20})(?![\w@]|\.\w))/g;

function belongTogether(left: string, right: string): boolean {
  const whole = (left + right).toLowerCase();
  if (whole.length < 3 || !REPLY_WORDS.has(whole)) return false;
  return !(isWord(left.toLowerCase()) && isWord(right));
}

const isWord = (half: string): boolean => REPLY_WORDS.has(half) && (half.length > 1 || half === "a");

/**
 * Breaks after `@host` without a dot, after a dot or hyphen inside a host name of a mail system, inside a dotted
 * status code, a time stamp, and between the digits of a reply code. Looks around from each line end.
 */
const BREAK_IN_TOKEN = new RegExp(
  `[ \\t]{0,8}\\n[ \\t]{0,8}(?:${[
    ["@[\\w-]{1,63}", "[a-z0-9-]{0,40}\\.[a-z]"],
    ["[\\w.+-]{1,64}", "@[\\w-]{1,63}\\.[a-z]"],
    ["@(?:[\\w-]{1,63}\\.){1,5}", "[a-z]{2,24}\\b"],
    [
      "\\.(?:[a-z]{2,4}\\d{2}\\.)?(?:prod|protection|outlook|mail|olc)\\.?",
      "\\.?(?:prod|protection|outlook|com)\\b",
    ],
    ["(?<![\\d.])[245]\\.", "\\d{1,3}\\.\\d"],
    ["(?<![\\d.])[245]\\.\\d{1,3}", "\\.\\d"],
    ["(?<![\\d.])[245]\\.\\d{1,3}\\.", "\\d{1,3}\\b"],
    ["(?<![\\w.])[45]", "\\d\\d[ -][45]\\.\\d"],
    ["(?<![\\w.])[45]\\d", "\\d[ -][45]\\.\\d"],
    ["\\d{4}-\\d{0,2}-?", "\\d{0,2}-?\\d{0,2}T\\d\\d:"],
  ]
    .map(([before, after]) => `(?<=${before}[ \\t]{0,8}\\n[ \\t]{0,8})(?=${after})`)
    .join("|")})`,
  "gi",
);

/** "55 0 5.4.1" and "550 5. 4.1": what is left of a broken code after flattening. */
const SPACED_CODE =
  /(?<![\w.])[45](?: \d\d|\d \d)(?=[ -][45]\.\d{1,3}\.\d)|(?<=[45]\d\d[ -])[45](?:\. \d{1,3}\.\d{1,3}|\.\d{1,3}\. \d{1,3}|\.\d{1,3} \.\d{1,3})(?![\w.])/g;
