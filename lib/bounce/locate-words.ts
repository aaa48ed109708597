export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the deciding words stand in the text that the report is shown in (UTF-16 offsets), or null. The reply was
 * unwrapped and cleaned, so line breaks, double blanks and codes repeated at line starts may stand between its words.
 */
export const locateWords = (text: string, line: string, words: string): Span | null => {
  const lineStart = text.indexOf(line);
  const from = lineStart < 0 ? 0 : lineStart;
  const exact = text.indexOf(words, from);
  if (exact >= 0) return { start: exact, end: exact + words.length };
  const found = tolerantPattern(words)?.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : null;
};

/** Between words: blanks, and at most one repeated "550-5.1.1 " or quote sign of a wrapped line. Linear: no nesting. */
const tolerantPattern = (words: string): RegExp | null => {
  const parts = words.trim().split(/\s+/).slice(0, MAX_WORDS);
  if (parts[0] === "") return null;
  const between = String.raw`\s{1,20}(?:[>|]\s{0,3})?(?:\d{3}[- ](?:\d\.\d{1,3}\.\d{1,3} )?)?`;
  return new RegExp(parts.map(asPattern).join(between), "i");
};

const asPattern = (word: string): string =>
  word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`).replaceAll("'", "['’]");

const MAX_WORDS = 30;
