import { requiredLiterals } from "./required-literals.ts";

/** Narrows many patterns down to the few that can match a text at all, in one pass over the text. */
export interface PatternIndex<Item> {
  /** Items whose pattern may match, in their order. `text` must be in lower case. */
  readonly candidates: (text: string) => readonly Item[];
}

/**
 * Every pattern is filed under one short piece of the text it requires, the one that is rarest over all patterns: four
 * characters where there are as many, else three or two. Items that require nothing are candidates for every text.
 */
export const indexPatterns = <Item>(
  items: readonly Item[],
  patternOf: (item: Item) => RegExp,
): PatternIndex<Item> => {
  const literals = items.map(item => usefulLiterals(patternOf(item)));
  const frequency = countGrams(literals);
  const always: number[] = [];
  const filed = new Map<number, number[]>();
  const beginnings = new Uint8Array(0x10000);
  for (const [position, texts] of literals.entries()) {
    if (texts === null) always.push(position);
    for (const text of texts ?? []) {
      const at = rarestGramStart(text, frequency);
      const gram = gramAt(text, at, Math.min(LONGEST, text.length));
      beginnings[beginningAt(text, at)] = 1;
      const positions = filed.get(gram);
      if (positions) positions.push(position);
      else filed.set(gram, [position]);
    }
  }
  const marks = new Uint8Array(items.length);
  return {
    candidates: text => {
      marks.fill(0);
      for (const position of always) marks[position] = 1;
      for (let at = 0; at + SHORTEST <= text.length; at += 1) {
        if (beginnings[beginningAt(text, at)] === 0) continue;
        for (const size of SIZES) {
          const positions = at + size <= text.length ? filed.get(gramAt(text, at, size)) : undefined;
          if (positions) for (const position of positions) marks[position] = 1;
        }
      }
      return items.filter((_, position) => marks[position] === 1);
    },
  };
};

const SIZES = [4, 3, 2] as const;
const [LONGEST, , SHORTEST] = SIZES;

const usefulLiterals = (pattern: RegExp): readonly string[] | null => {
  const texts = requiredLiterals(pattern);
  return texts?.every(text => text.length >= SHORTEST) ? texts : null;
};

const countGrams = (literals: readonly (readonly string[] | null)[]): ReadonlyMap<number, number> => {
  const frequency = new Map<number, number>();
  for (const texts of literals) {
    for (const text of texts ?? []) {
      const size = Math.min(LONGEST, text.length);
      for (let at = 0; at + size <= text.length; at += 1) {
        const gram = gramAt(text, at, size);
        frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
      }
    }
  }
  return frequency;
};

const rarestGramStart = (text: string, frequency: ReadonlyMap<number, number>): number => {
  const size = Math.min(LONGEST, text.length);
  let [rarest, fewest] = [0, Number.POSITIVE_INFINITY];
  for (let at = 0; at + size <= text.length; at += 1) {
    const count = frequency.get(gramAt(text, at, size)) ?? 0;
    if (count < fewest) [rarest, fewest] = [at, count];
  }
  return rarest;
};

/**
 * Up to four UTF-16 units as one number. Units above 0xff may collide, and so may sizes; that costs a needless try of
 * a pattern and no more.
 */
const gramAt = (text: string, at: number, size: number): number => {
  let gram = size;
  for (let unit = 0; unit < size; unit += 1) gram = (gram << 8) ^ text.charCodeAt(at + unit) ^ (gram >>> 24);
  return gram;
};

/** Two characters as an index into a small table: most places of a text begin no piece that is filed. */
const beginningAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 0xff) << 8) | (text.charCodeAt(at + 1) & 0xff);
