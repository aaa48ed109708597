import { parsePolicy, POLICIES } from "#lib/mail/dmarc/policy.ts";
import { parseTagList } from "#lib/values/tag-list.ts";
import { defineChange, type Direction } from "../define-change.ts";
import { listChange, listChangeWords, named } from "../list-change.ts";
import { type Said, textIn, textsIn } from "../said.ts";

/** Tags of the record that checks of their own tell of. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(["v", "p", "sp", "np", "pct", "t", "rua"]);

const GONE: Readonly<Record<string, string>> = {
  missing: "The DMARC record is gone",
  multiple: "There is more than one DMARC record now, so receivers use none",
  "wrong-place": "The DMARC record is gone from where receivers look",
  unusable: "The DMARC record cannot be used by receivers any more",
};

const isThere = ({ outcome }: Said): boolean => outcome === "present" || outcome === "inherited";

export const dmarcPresentChange = defineChange({
  check: "dmarc-present",
  matter: said => (isThere(said) ? [textIn(said, "at"), textIn(said, "from"), otherTags(said)] : null),
  words: (before, after) => {
    if (before === null || after === null) return null;
    if (!isThere(after)) return isThere(before) ? (GONE[after.outcome] ?? null) : null;
    if (!isThere(before)) return `There is a DMARC record that receivers use now: ${textIn(after, "record")}`;
    if (after.outcome === "inherited" && before.outcome === "present") {
      return `The domain's own DMARC record is gone; that of ${textIn(after, "from")} applies now`;
    }
    if (after.outcome === "present" && before.outcome === "inherited") {
      return `The domain has a DMARC record of its own now: ${textIn(after, "record")}`;
    }
    return tagWords(before, after);
  },
});

function tagWords(before: Said, after: Said): string | null {
  const was = tagsOf(before);
  const is = tagsOf(after);
  const names = [...new Set([...was.keys(), ...is.keys()])].filter(name => was.get(name) !== is.get(name));
  const parts = names.map(name => {
    const [old, now] = [was.get(name), is.get(name)];
    if (now === undefined) return `${name} was removed (${old} before)`;
    return old === undefined ? `${name} is ${now} now` : `${name} is ${now} now (${old} before)`;
  });
  return parts.length === 0 ? null : `DMARC record changed: ${parts.join(", ")}`;
}

const otherTags = (said: Said): string => JSON.stringify([...tagsOf(said)].toSorted());

const tagsOf = (said: Said): ReadonlyMap<string, string> =>
  new Map(
    parseTagList(textIn(said, "record"))
      .tags.map(({ name, value }) => [name.toLowerCase(), value] as const)
      .filter(([name]) => !TOLD_ELSEWHERE.has(name)),
  );

/** "assumed-none": the record has no policy that can be read. */
const policyWord = ({ outcome }: Said): string =>
  outcome === "assumed-none" ? "none (unreadable)" : outcome;

/** How strict a policy is; -1 for what is none. */
const strictness = (text: string): number => {
  const policy = parsePolicy(text === "assumed-none" ? "none" : text);
  return policy === null ? -1 : POLICIES.indexOf(policy);
};

const compared = (before: number, after: number): Direction | null =>
  before < 0 || after < 0 || before === after ? null : after < before ? "worse" : "better";

export const dmarcPolicyChange = defineChange({
  check: "dmarc-policy",
  words: (before, after) =>
    before === null || after === null
      ? null
      : `DMARC policy went from ${policyWord(before)} to ${policyWord(after)}`,
  direction: (before, after) => compared(strictness(before?.outcome ?? ""), strictness(after?.outcome ?? "")),
});

export const dmarcSubdomainsChange = defineChange({
  check: "dmarc-subdomains",
  // Where sub-domains follow the domain itself, its own policy says it.
  matter: said => (said.outcome === "covered" ? null : textIn(said, "existing")),
  words: (before, after) => {
    if (before === null || after === null) return null;
    const [was, is] = [textIn(before, "existing"), textIn(after, "existing")];
    return was === is || was === "" || is === ""
      ? null
      : `DMARC policy for sub-domains went from ${was} to ${is}`;
  },
  direction: (before, after) =>
    before === null || after === null
      ? null
      : compared(strictness(textIn(before, "existing")), strictness(textIn(after, "existing"))),
});

export const dmarcTestingChange = defineChange({
  check: "dmarc-testing",
  words: (before, after) => {
    if (before === null || after === null) return null;
    if (after.outcome === "on") return "DMARC test mode was switched on (t=y)";
    if (after.outcome === "partial") return `The DMARC policy applies to a part of the mail only now (pct)`;
    return before.outcome === "on"
      ? "DMARC test mode was switched off"
      : "The DMARC policy applies to all mail now";
  },
});

export const dmarcReportsChange = defineChange({
  check: "dmarc-reports",
  matter: said => (said.outcome === "ok" ? textsIn(said, "destinations").toSorted() : null),
  words: (before, after) => {
    if (before === null || after === null) return null;
    if (after.outcome === "none") return "The DMARC record asks for no reports any more";
    const to = textsIn(after, "destinations");
    if (after.outcome !== "ok" || to.length === 0) return null;
    if (before.outcome !== "ok") return `DMARC reports arrive at ${named(to)} now`;
    const changed = listChangeWords(listChange(textsIn(before, "destinations"), to));
    return changed === null ? null : `Destinations of DMARC reports changed: ${changed}`;
  },
});
