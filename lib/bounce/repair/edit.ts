/** A replacement of `text.slice(start, end)`. Edits of one repair are ascending and do not overlap. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Undoes one kind of damage. No edits: the damage is not there. Linear in the length of the text. */
export type Repair = (text: string) => readonly Edit[];

/** Text after repairs, able to tell where each character stood before them. */
export interface RepairedText {
  readonly text: string;
  /** Offset in the text as it was handed in (UTF-16 units). */
  readonly originalOffset: (offset: number) => number;
}

/** Applies repairs one after the other. */
export function applyRepairs(text: string, repairs: readonly Repair[]): RepairedText {
  const steps: Step[] = [];
  let current = text;
  for (const repair of repairs) {
    const edits = repair(current);
    if (edits.length === 0) continue;
    const step = applyEdits(current, edits);
    steps.unshift(step);
    current = step.text;
  }
  return {
    text: current,
    originalOffset: offset => steps.reduce((at, step) => offsetBefore(step, at), offset),
  };
}

/** One edit for each match of a global pattern. */
export function editMatches(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | null,
): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const replacement = replace(match);
    if (replacement !== null)
      edits.push({ start: match.index, end: match.index + match[0].length, text: replacement });
  }
  return edits;
}

interface Step {
  readonly text: string;
  /** Ascending offsets after the step, each with its offset before it. */
  readonly after: readonly number[];
  readonly before: readonly number[];
}

function applyEdits(text: string, edits: readonly Edit[]): Step {
  const pieces: string[] = [];
  const after: number[] = [0];
  const before: number[] = [0];
  let read = 0;
  let written = 0;
  for (const edit of edits) {
    pieces.push(text.slice(read, edit.start), edit.text);
    written += edit.start - read;
    after.push(written);
    before.push(edit.start);
    written += edit.text.length;
    read = edit.end;
    after.push(written);
    before.push(edit.end);
  }
  pieces.push(text.slice(read));
  return { text: pieces.join(""), after, before };
}

/** Inside a replacement, offsets grow with it, but never past its end in the old text. */
function offsetBefore(step: Step, offset: number): number {
  let low = 0;
  let high = step.after.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((step.after[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const shifted = (step.before[low] ?? 0) + offset - (step.after[low] ?? 0);
  return Math.min(shifted, step.before[low + 1] ?? shifted);
}
