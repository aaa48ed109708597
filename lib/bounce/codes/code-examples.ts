import { RULE_SETS } from "../rules/index.ts";
import type { Cause } from "../vocabulary.ts";
import { codesIn, nameOfKey } from "./code-key.ts";
import type { CodePage } from "./code-pages.ts";

/** What a server may write with a code, and what it means then. */
export interface CodeExample {
  readonly reply: string;
  readonly cause: Cause;
  /** `provider_id`, where the rule is one system's own. */
  readonly provider: string | null;
  readonly source: string;
}

/** Replies with a code from the rules that read words, one of each rule, those of known systems first. */
export const examplesOf = (page: CodePage): readonly CodeExample[] => EXAMPLES.get(nameOfKey(page.key)) ?? [];

const EXAMPLES: ReadonlyMap<string, readonly CodeExample[]> = Map.groupBy(
  RULE_SETS.filter(({ tier }) => tier === "provider-text" || tier === "generic-text").flatMap(
    ({ rules, providers, speaksFor }) =>
      rules.flatMap(({ examples, cause, source }) => {
        const seen = new Set<string>();
        return examples.flatMap(reply => {
          const [code] = codesIn(reply);
          const name = code === undefined ? null : nameOfKey(code.key);
          // One reply of each code shows what a rule reads.
          if (name === null || seen.has(name)) return [];
          seen.add(name);
          return [{ name, reply, cause, source, provider: speaksFor ?? providers?.[0] ?? null }];
        });
      }),
  ),
  ({ name }) => name,
);
