import type { Rule, RuleSet, RuleTier } from "./define-rule.ts";
import { indexPatterns } from "./pattern-index.ts";
import { RULE_SETS } from "./rules/index.ts";
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

export interface RuleMatch {
  readonly rule: Rule;
  readonly set: RuleSet;
  /** The words that matched; null where a code decided. */
  readonly words: string | null;
}

/** The first rule that reads words, of the known systems before the general ones. Null where no words are known. */
export const matchText = (statement: Statement): RuleMatch | null => {
  for (const entry of TEXT_INDEX.candidates(statement.text.toLowerCase())) {
    if (!isMeantFor(entry, statement.provider) || !codesHold(entry.rule, statement)) continue;
    const words = entry.pattern.exec(statement.text)?.[0].trim();
    if (words !== undefined) return { rule: entry.rule, set: entry.set, words };
  }
  return null;
};

/** The first rule of a tier that reads codes only, the provider's own meaning before the registered one. */
export const matchCode = (statement: Statement, tier: RuleTier): RuleMatch | null => {
  for (const { set, rule } of CODE_RULES) {
    if (set.tier !== tier || !isMeantFor({ set, rule }, statement.provider)) continue;
    if (!codesHold(rule, statement)) continue;
    if (rule.when.text && !rule.when.text.test(statement.text)) continue;
    return { rule, set, words: null };
  }
  return null;
};

interface Entry {
  readonly set: RuleSet;
  readonly rule: Rule;
}

const isMeantFor = ({ set, rule }: Entry, provider: string | null): boolean =>
  set.providers === null ||
  rule.distinctive === true ||
  (provider !== null && set.providers.includes(provider));

const codesHold = ({ when }: Rule, { code, enhanced, stage }: Statement): boolean =>
  (when.codes?.some(wanted => codeHolds(wanted, code, enhanced)) ?? true) &&
  (when.enhanced?.some(wanted => enhanced !== null && statusHolds(wanted, enhanced)) ?? true) &&
  (when.stage?.some(wanted => wanted === stage) ?? true);

/** A class condition is also met by the enhanced status; words without any code are taken for a final refusal. */
const codeHolds = (wanted: number | "4xx" | "5xx", code: number | null, enhanced: string | null): boolean => {
  if (typeof wanted === "number") return code === wanted;
  const digit = code === null ? enhanced?.[0] : String(code)[0];
  return (digit ?? "5") === wanted[0];
};

const statusHolds = (wanted: string, status: string): boolean => {
  if (wanted === status) return true;
  if (wanted.endsWith(".*")) return status[2] === wanted[2] && status[3] === ".";
  if (wanted.startsWith("x.")) return status.slice(status.indexOf(".")) === wanted.slice(1);
  const [from, to] = wanted.split("-");
  if (from === undefined || to === undefined) return false;
  const dot = status.lastIndexOf(".");
  const detail = Number(status.slice(dot + 1));
  return (
    status.slice(0, dot) === from.slice(0, from.lastIndexOf(".")) &&
    detail >= Number(from.slice(from.lastIndexOf(".") + 1)) &&
    detail <= Number(to.slice(to.lastIndexOf(".") + 1))
  );
};

const readsText = (set: RuleSet): boolean => set.tier === "provider-text" || set.tier === "generic-text";

const TEXT_RULES = RULE_SETS.filter(readsText).flatMap(set =>
  set.rules.flatMap(rule => (rule.when.text ? [{ set, rule, pattern: rule.when.text }] : [])),
);
const TEXT_INDEX = indexPatterns(TEXT_RULES, entry => entry.pattern);

const CODE_RULES: readonly Entry[] = RULE_SETS.filter(set => !readsText(set)).flatMap(set =>
  set.rules.map(rule => ({ set, rule })),
);
