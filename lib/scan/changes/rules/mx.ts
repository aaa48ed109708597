import { defineChange } from "../define-change.ts";
import { listChange, listChangeWords, named } from "../list-change.ts";
import { type Said, textIn, textsIn } from "../said.ts";

const hostsOf = (said: Said): readonly string[] => textsIn(said, "hosts").toSorted();

export const domainExistsChange = defineChange({
  check: "domain-exists",
  words: (before, after) => {
    if (after?.outcome === "nxdomain") return "The domain does not exist any more (NXDOMAIN)";
    return before?.outcome === "nxdomain" && after?.outcome === "exists" ? "The domain exists again" : null;
  },
});

export const mxPresentChange = defineChange({
  check: "mx-present",
  matter: said => (said.outcome === "present" ? hostsOf(said) : null),
  words: (before, after) => {
    if (before === null || after === null) return null;
    if (after.outcome === "null-mx") return "The domain says that it accepts no mail now (null MX)";
    if (after.outcome === "none")
      return "Mail cannot be delivered any more: there is no MX record and no address";
    if (after.outcome === "implicit")
      return "The MX records are gone, so mail goes to the address of the domain itself";
    if (before.outcome !== "present") return `Mail goes to ${named(hostsOf(after))} now`;
    const changed = listChangeWords(listChange(hostsOf(before), hostsOf(after)));
    return changed === null ? null : `Mail servers changed: ${changed}`;
  },
});

export const mxProviderChange = defineChange({
  check: "mx-provider",
  matter: said => (isProvided(said) ? textIn(said, "name") : null),
  words: (before, after) => {
    if (before === null || after === null || !isProvided(after)) return null;
    const was = isProvided(before) ? textIn(before, "name") : "";
    return was === "" ? null : `${textIn(after, "name")} takes the mail now (${was} before)`;
  },
});

const isProvided = ({ outcome }: Said): boolean => outcome === "identified" || outcome === "gateway-in-front";

/** The servers and their addresses are told by other checks. */
export const mxRedundancyChange = defineChange({ check: "mx-redundancy", quiet: () => true });

/** Follows from the records of which other checks tell. */
export const mailProfileChange = defineChange({ check: "mail-profile", quiet: () => true });
