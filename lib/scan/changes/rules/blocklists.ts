import { type ChangeRule, defineChange } from "../define-change.ts";
import { type Said, textIn } from "../said.ts";

/** The same for addresses and for the domain. */
const blocklistChange = (check: string): ChangeRule =>
  defineChange({
    check,
    // How many lists were asked is no news.
    quiet: said => said.outcome === "checked",
    // How much a listing weighs hangs on the other lists, which are told of themselves.
    matter: () => null,
    words: (before, after) => {
      if (after === null) {
        return before === null
          ? null
          : `${textIn(before, "entry")}, listed in ${listOf(before)}, does not send for this domain any more`;
      }
      const entry = textIn(after, "entry");
      if (after.outcome === "listed") {
        const meaning = textIn(after, "meaning");
        return `${entry} is now listed in ${listOf(after)}${meaning === "" ? "" : ` (${meaning})`}`;
      }
      if (after.outcome === "policy-listed") return `${entry} is now in a policy range of ${listOf(after)}`;
      return after.outcome === "not-listed" ? `${entry} is no longer listed in ${listOf(after)}` : null;
    },
    direction: (before, after) => {
      if (after?.outcome === "listed" && before?.outcome !== "listed") return "worse";
      return before?.outcome === "listed" && after?.outcome !== "listed" ? "better" : null;
    },
  });

const listOf = (said: Said): string => textIn(said, "name") || textIn(said, "list");

export const ipBlocklistChange = blocklistChange("ip-blocklist");
export const domainBlocklistChange = blocklistChange("domain-blocklist");
