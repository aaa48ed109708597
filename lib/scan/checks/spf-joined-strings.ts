import { inspectStrings } from "#lib/mail/spf/analysis/joined-strings.ts";
import { heal } from "#lib/mail/spf/propose/heal.ts";
import type { Proposal } from "#lib/mail/spf/propose/proposal.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { spfFix } from "../spf-fixes.ts";

type Args = {
  readonly collisions: readonly { readonly left: string; readonly right: string }[];
  readonly proposal: Proposal | null;
};

/** Do the strings of a long SPF record join as they should? */
export const spfJoinedStrings = defineCheck({
  id: "spf-joined-strings",
  section: "authentication",
  question: "Are the parts of a long SPF record joined correctly?",
  why: "A long record is stored as several strings, and receivers join them without a space. Where the space was forgotten, two terms become one that means something else.",
  reference: "RFC 7208, multiple strings in a single DNS record",
  weighty: true,
  needs: ["spf"],
  outcomes: {
    ok: outcome<{ strings: number }>({
      status: "pass",
      title: ({ strings }) =>
        strings === 1 ? "The record is one string" : `The ${strings} strings of the record join correctly`,
      example: { strings: 2 },
    }),
    "missing-space": outcome<Args>({
      status: "warn",
      title: ({ collisions: [first] }) =>
        `Two strings of the record run into each other: “${first?.left ?? ""}${first?.right ?? ""}”`,
      detail: () => "End the first string, or begin the second, with a space.",
      fix: ({ proposal }, context) => spfFix(context, proposal),
      example: {
        collisions: [{ left: "include:spf.example.net", right: "ip4:192.0.2.1" }],
        proposal: null,
      },
    }),
  },
  run: ({ spf }) => {
    const texts = spf.records.length > 0 ? spf.records : spf.nearMisses.slice(0, 1);
    if (!spf.exists) return notApplicable("domain-does-not-exist");
    if (texts.length === 0) return notApplicable("no-spf-record");
    const collisions = texts.flatMap(({ strings }) => inspectStrings(strings).collisions).slice(0, 20);
    if (collisions.length > 0) {
      return { outcome: "missing-space", args: { collisions, proposal: heal(spf) } };
    }
    return { outcome: "ok", args: { strings: Math.max(...texts.map(({ strings }) => strings.length)) } };
  },
});
