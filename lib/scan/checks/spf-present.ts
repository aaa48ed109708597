import { heal } from "#lib/mail/spf/propose/heal.ts";
import type { Proposal } from "#lib/mail/spf/propose/proposal.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { COMPLETE_STEPS, firstSpfRecord, spfFix } from "../spf-fixes.ts";

type MissingArgs = {
  readonly receives: "mail" | "null-mx" | "no-mx" | "unknown";
  /** A text that was meant as SPF but is not taken for it. */
  readonly nearMiss: string | null;
  readonly proposal: Proposal | null;
};

/** Does the domain say who may send mail in its name? */
export const spfPresent = defineCheck({
  id: "spf-present",
  section: "authentication",
  question: "Is there an SPF record?",
  why: "SPF lists the servers that may send mail for a domain. Without it, or with two of them, receivers cannot tell a forged sender from a real one, and large providers refuse or filter the mail.",
  reference: "RFC 7208, records and how they are selected",
  weighty: true,
  needs: ["spf"],
  outcomes: {
    present: outcome<{ record: string }>({
      status: "pass",
      title: () => "The domain has one SPF record",
      example: { record: "v=spf1 mx -all" },
    }),
    missing: outcome<MissingArgs>({
      status: "fail",
      title: ({ nearMiss }) =>
        nearMiss === null
          ? "There is no SPF record, so nobody can tell which servers may send for this domain"
          : "There is a text meant as SPF, but no receiver takes it for one",
      detail: ({ nearMiss }) =>
        nearMiss === null
          ? "DNS answered, and none of the TXT records at the domain begins with “v=spf1”."
          : "An SPF record begins with exactly “v=spf1” followed by a space.",
      fix: ({ receives, proposal }, context) => {
        if (proposal !== null) return spfFix(context, proposal);
        const to = firstSpfRecord(context, receives);
        const first = { changes: [{ name: context.domain, from: [], to }], dropped: [] };
        return to === "v=spf1 -all"
          ? spfFix(context, first, { after: ["This says that no server sends mail for the domain."] })
          : spfFix(context, first, { after: COMPLETE_STEPS });
      },
      example: { receives: "mail", nearMiss: null, proposal: null },
    }),
    multiple: outcome<{ records: readonly string[]; proposal: Proposal | null }>({
      status: "fail",
      title: ({ records }) => `There are ${records.length} SPF records, so receivers use none of them`,
      detail: () =>
        "Only one is allowed. With more, every check ends in a permanent error, whatever the records say.",
      fix: ({ proposal }, context) =>
        spfFix(context, proposal, { before: ["Put everything into one record, as below."] }),
      example: {
        records: ["v=spf1 mx -all", "v=spf1 include:spf.example.net -all"],
        proposal: {
          changes: [
            {
              name: "example.com",
              from: ["v=spf1 mx -all", "v=spf1 include:spf.example.net -all"],
              to: "v=spf1 mx include:spf.example.net -all",
            },
          ],
          dropped: [],
        },
      },
    }),
    "deprecated-type": outcome<{ records: readonly string[] }>({
      status: "info",
      title: () => "There is also a record of the old SPF type (99), which nobody reads any more",
      detail: () => "It does no harm, but it is easily forgotten when the TXT record changes. Delete it.",
      example: { records: ["v=spf1 mx -all"] },
    }),
  },
  run: ({ spf }) => {
    const { exists, nearMisses, oldType, receives, records } = spf;
    if (!exists) return notApplicable("domain-does-not-exist");
    const [first] = records;
    const old = oldType.ok ? oldType.value : [];
    const deprecated =
      old.length === 0 ? [] : [{ outcome: "deprecated-type", args: { records: old } } as const];
    if (first === undefined) {
      const nearMiss = nearMisses[0]?.text ?? null;
      const args = { receives: receives.ok ? receives.value : ("unknown" as const), nearMiss };
      return [{ outcome: "missing", args: { ...args, proposal: heal(spf) } }, ...deprecated];
    }
    if (records.length > 1) {
      const args = { records: records.map(({ text }) => text), proposal: heal(spf) };
      return [{ outcome: "multiple", args }, ...deprecated];
    }
    return [{ outcome: "present", args: { record: first.text } }, ...deprecated];
  },
});
