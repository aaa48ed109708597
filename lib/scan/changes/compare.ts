import { type Known, type Look } from "./known.ts";
import { changeRuleOf } from "./rules/index.ts";
import { gravityOf, nameOf, type Said, type SaidChange } from "./said.ts";

export interface Comparison {
  /** What is certain and otherwise than it was known. */
  readonly changes: readonly SaidChange[];
  /** What is known now, as long as none of the changes is believed. */
  readonly known: Known;
}

/**
 * Compares a look with what was known before it. What this look cannot tell is no change and stays known as it
 * was; what is answered for the first time is learned and is no change either.
 */
export function compareWithKnown(known: Known, look: Look): Comparison {
  const before = Map.groupBy(known.said, nameOf);
  const answeredChecks = new Set(known.said.map(({ check }) => check));
  const changes: SaidChange[] = [];
  const said: Said[] = [];
  for (const name of new Set([...before.keys(), ...look.said.keys()])) {
    const was = before.get(name) ?? [];
    const is = look.said.get(name) ?? [];
    const [example] = [...is, ...was];
    if (example === undefined) continue;
    if (is.length === 0 && (isUnsure(look, example) || !look.whole)) {
      said.push(...was);
      continue;
    }
    const sameNow = is.filter(one => was.some(other => saysTheSame(one, other)));
    said.push(...sameNow);
    for (const change of pairs(was, is)) {
      const isTold = isWorthTelling(change, known.whole && answeredChecks.has(change.check));
      if (isTold) changes.push(change);
      const keeps = isTold ? change.before : change.after;
      if (keeps !== null) said.push(keeps);
    }
  }
  return { changes, known: { engine: look.engine, whole: look.whole, said } };
}

/** What came or went counts where it is bad for mail, and what came only where its absence was known. */
function isWorthTelling({ before, after }: SaidChange, wasAbsent: boolean): boolean {
  if (before === null) return wasAbsent && gravityOf(after) > 0;
  return after !== null || gravityOf(before) > 0;
}

/** Believes changes: from now on the new answers are what is known. */
export function learn(known: Known, changes: readonly SaidChange[]): Known {
  const said = changes.reduce<readonly Said[]>((rest, { before, after }) => {
    const others = rest.filter(one => !isAnswer(one, before) && !isAnswer(one, after));
    return after === null ? others : [...others, after];
  }, known.said);
  return { ...known, said };
}

/** What a look says of a change that was noticed before. */
export function lookAgain(look: Look, change: SaidChange): "seen" | "gone" | "unsure" {
  const { after } = change;
  if (isUnsure(look, change)) return "unsure";
  const now = look.said.get(nameOf(change)) ?? [];
  if (after !== null && now.some(one => saysTheSame(one, after))) return "seen";
  if (now.length > 0)
    return after === null && !now.some(one => isAnswer(one, change.before)) ? "seen" : "gone";
  // Nothing is said of it: that counts only where a whole look would have spoken.
  if (!look.whole) return "unsure";
  return after === null ? "seen" : "gone";
}

/** Whether two changes are one: the same thing, from the same answer to the same answer. */
export const isSameChange = (one: SaidChange, other: SaidChange): boolean =>
  nameOf(one) === nameOf(other) && sameOrNull(one.before, other.before) && sameOrNull(one.after, other.after);

/** Whether a look could not tell about something. */
const isUnsure = (look: Look, about: Pick<Said, "check" | "subject">): boolean =>
  look.unsure.has(nameOf(about)) || look.silent.has(about.check);

/** What is said alike is no change; the rest is paired in order. */
function pairs(was: readonly Said[], is: readonly Said[]): readonly SaidChange[] {
  const gone = was.filter(one => !is.some(other => saysTheSame(one, other)));
  const come = is.filter(one => !was.some(other => saysTheSame(one, other)));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, n) => {
    const before = gone[n] ?? null;
    const after = come[n] ?? null;
    const { check = "", subject = null } = after ?? before ?? {};
    return { check, subject, before, after };
  });
}

const saysTheSame = (one: Said, other: Said): boolean => gist(one) === gist(other);

const isAnswer = (one: Said, other: Said | null): boolean =>
  other !== null && nameOf(one) === nameOf(other) && saysTheSame(one, other);

const sameOrNull = (one: Said | null, other: Said | null): boolean =>
  one === null || other === null ? one === other : saysTheSame(one, other);

/** What of an answer counts. */
function gist(said: Said): string {
  const matter = changeRuleOf(said.check).matter ?? (({ status }: Said) => status);
  return JSON.stringify([said.outcome, matter(said)]);
}
