import { defineChange } from "../define-change.ts";
import { listChange, listChangeWords } from "../list-change.ts";
import { numberIn, type Said, textIn, textsIn } from "../said.ts";

const termsOf = (said: Said): readonly string[] =>
  textIn(said, "record")
    .split(" ")
    .filter((term, at) => at > 0 && term !== "");

export const spfPresentChange = defineChange({
  check: "spf-present",
  matter: said => (said.outcome === "present" ? textIn(said, "record") : null),
  // A forgotten record of the old type changes nothing for mail.
  quiet: said => said.outcome === "deprecated-type",
  words: (before, after) => {
    if (before === null || after === null) return null;
    if (after.outcome === "missing") return "The SPF record is gone";
    if (after.outcome === "multiple") {
      return `There are ${textsIn(after, "records").length} SPF records now, so receivers use none of them`;
    }
    if (before.outcome !== "present") return `There is one SPF record now: ${textIn(after, "record")}`;
    const terms = listChangeWords(listChange(termsOf(before), termsOf(after)));
    return `SPF record changed: ${terms ?? `its terms stand in another order (${textIn(after, "record")})`}`;
  },
});

export const spfLookupLimitChange = defineChange({
  check: "spf-lookup-limit",
  words: (before, after) => {
    if (before === null || after === null) return null;
    const [was, is, limit] = [
      numberIn(before, "lookups"),
      numberIn(after, "lookups"),
      numberIn(after, "limit"),
    ];
    if (was === null || is === null) return null;
    const count = `SPF now needs ${is} ${is === 1 ? "lookup" : "lookups"} (${was} before)`;
    return after.outcome === "exceeded" && limit !== null ? `${count}; receivers stop after ${limit}` : count;
  },
});

const ENDINGS: Readonly<Record<string, string>> = {
  fail: "-all",
  softfail: "~all",
  neutral: "?all",
  pass: "+all",
  absent: "no ending",
};

/** How a policy ends, in the notation of the record. */
const endingOf = (said: Said): string =>
  said.outcome === "by-redirect"
    ? `that of ${textIn(said, "target")}`
    : (ENDINGS[said.outcome] ?? said.outcome);

export const spfAllChange = defineChange({
  check: "spf-all",
  words: (before, after) =>
    before === null || after === null
      ? null
      : `The SPF record ends with ${endingOf(after)} now (${endingOf(before)} before)`,
});

/** What the own record allows, `spf-present` tells term by term. */
export const spfServicesChange = defineChange({ check: "spf-services", quiet: () => true });
