import { describe, expect, test } from "vitest";
import mxProviders from "../../../data/mx-providers.json" with { type: "json" };
import replyHosts from "../../../data/reply-hosts.json" with { type: "json" };
import { classify } from "#lib/bounce/classify.ts";
import type { Rule, RuleSet } from "#lib/bounce/define-rule.ts";
import { patternsOf } from "#lib/bounce/rulebook.ts";
import { RULE_SETS } from "#lib/bounce/rules/index.ts";
import { CAUSES } from "#lib/bounce/vocabulary.ts";
import { failureOf, readingOf } from "../../support/bounce-line.ts";

const RULES = RULE_SETS.flatMap(set => set.rules.map(rule => ({ set, rule })));

/** A host of the first provider a rule is meant for, as the reader would have found it beside the reply. */
const hostFor = (set: RuleSet, rule: Rule): string | null => {
  const [provider] = set.providers ?? [];
  if (provider === undefined || rule.distinctive) return null;
  return (
    replyHosts.hosts.find(entry => entry.provider_id === provider)?.pattern ??
    mxProviders.entries.find(entry => entry.provider_id === provider)?.pattern ??
    null
  );
};

const answer = (set: RuleSet, rule: Rule, example: string) => {
  const failure = failureOf([example], {
    host: hostFor(set, rule),
    stage: rule.when.stage?.[0] ?? null,
    recipient: "jane@contoso.example",
  });
  return classify(failure, readingOf([failure]));
};

describe("every rule", () => {
  test.each(RULES.map(({ set, rule }) => [rule.id, set, rule] as const))(
    "%s answers its examples",
    (_, set, rule) => {
      for (const example of rule.examples) {
        const judged = answer(set, rule, example);
        expect([example, judged.rule]).toEqual([example, rule.id]);
        expect(judged.tier).toBe(set.tier);
        expect(judged.causes[0]?.cause).toBe(rule.cause);
      }
    },
  );

  test("has an id of its own that starts with the name of its set", () => {
    const ids = RULES.map(({ rule }) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { set, rule } of RULES) expect(rule.id.startsWith(`${set.name}/`), rule.id).toBe(true);
  });

  test("reads words without regard to case and without global state", () => {
    for (const { rule } of RULES) {
      for (const { flags } of patternsOf(rule)) expect([rule.id, flags]).toEqual([rule.id, "i"]);
    }
  });

  test("is honest: shares add up to one at most, and it has a source", () => {
    for (const { rule } of RULES) {
      const sum = (rule.otherCauses ?? []).reduce(
        (total, other) => total + other.probability,
        rule.probability,
      );
      expect(sum, rule.id).toBeLessThanOrEqual(1.0001);
      expect(rule.source, rule.id).toMatch(/^(?:https?:\/\/\S+|observed: .{10,})$/);
    }
  });

  test("every cause but the ones that only evidence or nothing can give is reached by a rule", () => {
    const reached = new Set(
      RULES.flatMap(({ rule }) => [rule.cause, ...(rule.otherCauses ?? []).map(other => other.cause)]),
    );
    const byEvidence = ["gateway_directory_mismatch", "unknown"];
    expect(CAUSES.filter(cause => !reached.has(cause)).toSorted()).toEqual(byEvidence);
  });
});
