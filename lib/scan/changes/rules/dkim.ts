import { defineChange } from "../define-change.ts";
import { listChange, named } from "../list-change.ts";
import { numberIn, type Said, textIn, textsIn } from "../said.ts";

const selectorsOf = (said: Said): readonly string[] => textsIn(said, "selectors").toSorted();

/** A selector that did not answer may have a key. */
const isPartial = (said: Said): boolean => numberIn(said, "answered") !== numberIn(said, "tried");

export const dkimSelectorsChange = defineChange({
  check: "dkim-selectors",
  matter: said => (said.outcome === "found" ? selectorsOf(said) : null),
  isPartial,
  words: (before, after) => {
    if (before === null || after === null) return null;
    if (after.outcome === "none-found") return "No DKIM key is found any more under the names tried";
    if (after.outcome !== "found") return null;
    const { added, removed } = listChange(selectorsOf(before), selectorsOf(after));
    return [come(added), gone(removed)].filter(part => part !== null).join("; ") || null;
  },
  direction: (before, after) => {
    if (before?.outcome !== "found") return null;
    if (after?.outcome === "none-found") return "worse";
    return after?.outcome === "found" &&
      listChange(selectorsOf(before), selectorsOf(after)).removed.length > 0
      ? "worse"
      : null;
  },
});

const come = (selectors: readonly string[]): string | null =>
  selectors.length === 0
    ? null
    : selectors.length === 1
      ? `There is a DKIM key at the selector ${selectors[0]} now`
      : `There are DKIM keys at the selectors ${named(selectors)} now`;

const gone = (selectors: readonly string[]): string | null =>
  selectors.length === 0
    ? null
    : selectors.length === 1
      ? `The DKIM key at the selector ${selectors[0]} is gone`
      : `The DKIM keys at the selectors ${named(selectors)} are gone`;

export const dkimKeyChange = defineChange({
  check: "dkim-key",
  matter: said => numberIn(said, "bits"),
  words: (before, after) => {
    if (before === null || after === null) return null;
    const selector = textIn(after, "selector");
    if (after.outcome === "revoked") return `The DKIM key at the selector ${selector} was taken back`;
    const [was, is] = [numberIn(before, "bits"), numberIn(after, "bits")];
    return was === null || is === null || was === is
      ? null
      : `The DKIM key at the selector ${selector} has ${is} bits now (${was} before)`;
  },
});
