/** A term of a record, and whether it is only in this version. */
export interface RecordPiece {
  readonly text: string;
  readonly changed: boolean;
}

/** What an old and a new record have in common, term by term, by the longest common subsequence. */
export function compareRecords(
  before: string,
  after: string,
): { readonly before: readonly RecordPiece[]; readonly after: readonly RecordPiece[] } {
  const old = terms(before);
  const fresh = terms(after);
  const { inOld, inFresh } = commonTerms(old, fresh);
  return { before: mark(old, inOld), after: mark(fresh, inFresh) };
}

const mark = (words: readonly string[], kept: ReadonlySet<number>): readonly RecordPiece[] =>
  words.map((text, at) => ({ text, changed: !kept.has(at) }));

/** Records wrap and differ at blanks and after semicolons. A separator stays with the term before it. */
const terms = (record: string): readonly string[] => record.match(/[^\s;]+;?\s*|[\s;]+/gu) ?? [];

function commonTerms(old: readonly string[], fresh: readonly string[]) {
  const same = (i: number, j: number) => old[i]?.trim() === fresh[j]?.trim();
  const best = longestFrom(old.length, fresh.length, same);
  const inOld = new Set<number>();
  const inFresh = new Set<number>();
  for (let i = 0, j = 0; i < old.length && j < fresh.length; ) {
    if (same(i, j)) {
      inOld.add(i++);
      inFresh.add(j++);
    } else if ((best[i + 1]?.[j] ?? 0) >= (best[i]?.[j + 1] ?? 0)) i++;
    else j++;
  }
  return { inOld, inFresh };
}

/** Cell [i][j]: terms in common from position i of the old and j of the new record on. */
function longestFrom(rows: number, columns: number, same: (i: number, j: number) => boolean): number[][] {
  const table = Array.from({ length: rows + 1 }, () => Array.from({ length: columns + 1 }, () => 0));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] = same(i, j)
        ? 1 + (table[i + 1]?.[j + 1] ?? 0)
        : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}
