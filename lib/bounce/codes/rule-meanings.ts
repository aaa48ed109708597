import { RULE_SETS } from "../rules/index.ts";
import type { Cause } from "../vocabulary.ts";
import { codesIn } from "./code-key.ts";
import type { CodePage } from "./code-pages.ts";

/** What a mail system means by a code where its words tell nothing more. */
export interface RuleMeaning {
  /** `provider_id` */
  readonly provider: string;
  readonly cause: Cause;
  /** "4.7.26" */
  readonly codes: readonly string[];
  readonly source: string;
}

/** The rules of single mail systems that read this very code, whatever is written behind it. */
export const ruleMeanings = ({ key }: CodePage): readonly RuleMeaning[] =>
  CODE_RULES.filter(({ codes }) =>
    codes.some(code =>
      codesIn(code).some(
        ({ key: own }) =>
          own.kind === key.kind &&
          own.kind !== "reply" &&
          key.kind !== "reply" &&
          own.subject === key.subject &&
          own.detail === key.detail,
      ),
    ),
  );

const CODE_RULES: readonly RuleMeaning[] = RULE_SETS.flatMap(({ tier, providers, rules }) => {
  const [provider] = providers ?? [];
  if (tier !== "enhanced-status" || provider === undefined) return [];
  return rules.map(({ cause, when, source }) => ({ provider, cause, codes: when.enhanced ?? [], source }));
});
