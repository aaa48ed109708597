import type { RuleCondition } from "./define-rule.ts";
import type { Stage } from "./vocabulary.ts";

/** What a rule may look at: one reply, or a notice in place of one. */
export interface Statement {
  readonly code: number | null;
  readonly enhanced: string | null;
  /** One line, blanks single, quotes plain. */
  readonly text: string;
  readonly stage: Stage | null;
  readonly provider: string | null;
}

export type Holds = (statement: Statement) => boolean;

/** Whether the codes and the stage of a statement meet a condition, made ready once for many statements. */
export const codesHold = ({ codes, enhanced, stage }: RuleCondition): Holds => {
  const statusHolds = enhanced && holdsForStatus(enhanced);
  return statement =>
    (codes?.some(wanted => holdsForCode(wanted, statement)) ?? true) &&
    (statusHolds === undefined || (statement.enhanced !== null && statusHolds(statement.enhanced))) &&
    (stage?.some(wanted => wanted === statement.stage) ?? true);
};

/** A class condition is also met by the enhanced status; words without any code are taken for a final refusal. */
const holdsForCode = (wanted: number | "4xx" | "5xx", { code, enhanced }: Statement): boolean => {
  if (typeof wanted === "number") return code === wanted;
  const digit = code === null ? enhanced?.[0] : String(code)[0];
  return (digit ?? "5") === wanted[0];
};

const holdsForStatus = (wanted: readonly string[]): ((status: string) => boolean) => {
  const exact = new Set(wanted);
  const anyClass = new Set(wanted.filter(status => status.startsWith("x.")).map(status => status.slice(1)));
  const subjects = new Set(wanted.filter(status => status.endsWith(".*")).map(status => status.slice(1, -1)));
  const ranges = wanted.filter(status => status.includes("-")).map(readRange);
  return status =>
    exact.has(status) ||
    anyClass.has(status.slice(1)) ||
    (subjects.size > 0 && subjects.has(status.slice(1, status.lastIndexOf(".") + 1))) ||
    ranges.some(range => isInRange(status, range));
};

interface StatusRange {
  /** "4.7." of "4.7.500-4.7.699". */
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
}

const readRange = (range: string): StatusRange => {
  const [from = "", to = ""] = range.split("-");
  return { prefix: from.slice(0, from.lastIndexOf(".") + 1), from: detailOf(from), to: detailOf(to) };
};

const isInRange = (status: string, { prefix, from, to }: StatusRange): boolean =>
  status.startsWith(prefix) && detailOf(status) >= from && detailOf(status) <= to;

const detailOf = (status: string): number => Number(status.slice(status.lastIndexOf(".") + 1));
