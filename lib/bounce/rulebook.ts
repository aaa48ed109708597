import type { Rule, RuleSet, RuleTier } from "./define-rule.ts";
import { indexPatterns } from "./pattern-index.ts";
import { codesHold, type Holds, type Statement } from "./rule-condition.ts";
import { RULE_SETS } from "./rules/index.ts";

export interface RuleMatch {
  readonly rule: Rule;
  readonly set: RuleSet;
  /** The words that matched; null where a code decided. */
  readonly words: string | null;
}

/** The first rule that reads words, of the known systems before the general ones. Null where no words are known. */
export const matchText = (statement: Statement): RuleMatch | null => {
  for (const { pattern, entry } of TEXT_INDEX.candidates(statement.text.toLowerCase())) {
    if (!isMeantFor(entry, statement.provider) || !entry.holds(statement)) continue;
    const words = pattern.exec(statement.text)?.[0].trim();
    if (words !== undefined) return { rule: entry.rule, set: entry.set, words };
  }
  return null;
};

/** The first rule of a tier that reads codes only, the provider's own meaning before the registered one. */
export const matchCode = (statement: Statement, tier: RuleTier): RuleMatch | null => {
  const entry = CODE_ENTRIES.find(
    candidate =>
      candidate.set.tier === tier &&
      candidate.holds(statement) &&
      isMeantFor(candidate, statement.provider) &&
      textHolds(candidate.rule, statement.text),
  );
  return entry ? { rule: entry.rule, set: entry.set, words: null } : null;
};

/** The patterns of a rule, in the order in which they are tried. */
export const patternsOf = ({ when }: Rule): readonly RegExp[] =>
  when.text === undefined ? [] : when.text instanceof RegExp ? [when.text] : when.text;

interface Entry {
  readonly set: RuleSet;
  readonly rule: Rule;
  readonly holds: Holds;
}

const isMeantFor = ({ set, rule }: Entry, provider: string | null): boolean =>
  set.providers === null ||
  rule.distinctive === true ||
  (provider !== null && set.providers.includes(provider));

const textHolds = (rule: Rule, text: string): boolean => {
  const patterns = patternsOf(rule);
  return patterns.length === 0 || patterns.some(pattern => pattern.test(text));
};

const readsText = ({ set }: Entry): boolean => set.tier === "provider-text" || set.tier === "generic-text";

const ENTRIES: readonly Entry[] = RULE_SETS.flatMap(set =>
  set.rules.map(rule => ({ set, rule, holds: codesHold(rule.when) })),
);
const CODE_ENTRIES = ENTRIES.filter(entry => !readsText(entry));

const TEXT_INDEX = indexPatterns(
  ENTRIES.filter(readsText).flatMap(entry => patternsOf(entry.rule).map(pattern => ({ pattern, entry }))),
  ({ pattern }) => pattern,
);
