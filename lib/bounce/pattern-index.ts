import { requiredLiterals } from "./required-literals.ts";

const GRAM = 4;

/** Narrows many patterns down to the few that can match a text at all, in one pass over the text. */
export interface PatternIndex<Item> {
  /** Items whose pattern may match, in their order. `text` must be in lower case. */
  readonly candidates: (text: string) => readonly Item[];
}

/**
 * Every pattern is filed under one four-character piece of the text it requires, the one that is rarest over all
 * patterns. Items without such a piece are candidates for every text.
 */
export const indexPatterns = <Item>(
  items: readonly Item[],
  patternOf: (item: Item) => RegExp,
): PatternIndex<Item> => {
  const literals = items.map(item => usefulLiterals(patternOf(item)));
  const frequency = countGrams(literals);
  const always: number[] = [];
  const byGram = new Map<number, number[]>();
  for (const [position, texts] of literals.entries()) {
    if (texts === null) always.push(position);
    for (const gram of texts?.map(text => rarestGram(text, frequency)) ?? []) {
      const filed = byGram.get(gram);
      if (filed) filed.push(position);
      else byGram.set(gram, [position]);
    }
  }
  return {
    candidates: text => {
      const found = new Set<number>(always);
      for (let at = 0; at + GRAM <= text.length; at += 1) {
        const positions = byGram.get(gramAt(text, at));
        if (positions) for (const position of positions) found.add(position);
      }
      return [...found].toSorted((left, right) => left - right).flatMap(position => items[position] ?? []);
    },
  };
};

const usefulLiterals = (pattern: RegExp): readonly string[] | null => {
  const texts = requiredLiterals(pattern);
  return texts?.every(text => text.length >= GRAM) ? texts : null;
};

const countGrams = (literals: readonly (readonly string[] | null)[]): ReadonlyMap<number, number> => {
  const frequency = new Map<number, number>();
  for (const text of literals.flatMap(texts => texts ?? [])) {
    for (let at = 0; at + GRAM <= text.length; at += 1) {
      const gram = gramAt(text, at);
      frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
    }
  }
  return frequency;
};

const rarestGram = (text: string, frequency: ReadonlyMap<number, number>): number => {
  let rarest = gramAt(text, 0);
  for (let at = 1; at + GRAM <= text.length; at += 1) {
    const gram = gramAt(text, at);
    if ((frequency.get(gram) ?? 0) < (frequency.get(rarest) ?? 0)) rarest = gram;
  }
  return rarest;
};

/** Four UTF-16 units as one 32-bit number; units above 0xff may collide, which costs a needless try and no more. */
const gramAt = (text: string, at: number): number =>
  text.charCodeAt(at) ^
  (text.charCodeAt(at + 1) << 8) ^
  (text.charCodeAt(at + 2) << 16) ^
  (text.charCodeAt(at + 3) << 24);
