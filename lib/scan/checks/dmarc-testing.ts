import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { governingRecord, type RecordPlace } from "../dmarc-evidence.ts";
import { BEFORE_ENFORCING, editFix } from "../dmarc-fixes.ts";

type PartialArgs = RecordPlace & { readonly pct: number };

const EXAMPLE: RecordPlace = {
  at: "example.com",
  alias: null,
  record: "v=DMARC1; p=reject; t=y",
  role: "own",
};

/** Is the published policy meant in earnest? */
export const dmarcTesting = defineCheck({
  id: "dmarc-testing",
  section: "authentication",
  question: "Is the DMARC policy in full force?",
  why: "With t=y receivers act one step milder than the policy says. Some receivers still honour the older pct, by which a policy holds for a share of the mail only.",
  reference: "RFC 9989, DMARC policy record format; RFC 7489, section 6.6.4",
  weighty: true,
  needs: ["dmarc"],
  outcomes: {
    off: outcome<RecordPlace>({
      status: "pass",
      title: ({ at }) => `The policy of ${at} is in full force`,
      example: { ...EXAMPLE, record: "v=DMARC1; p=reject" },
    }),
    on: outcome<RecordPlace>({
      status: "warn",
      title: ({ at }) =>
        `The record of ${at} is in test mode (t=y): receivers act one step milder than it says`,
      detail: () => "Reject is applied as quarantine, and quarantine as none. Reports are sent as always.",
      fix: (place, context) => editFix(context, place, { t: null }, { before: BEFORE_ENFORCING }),
      example: EXAMPLE,
    }),
    partial: outcome<PartialArgs>({
      status: "warn",
      title: ({ at, pct }) =>
        `Older receivers apply the policy of ${at} to ${pct} % of the failing mail (pct=${pct})`,
      detail: () => "RFC 9989 has no pct any more: receivers that follow it apply the policy to all mail.",
      fix: (place, context) => editFix(context, place, { pct: null }, { before: BEFORE_ENFORCING }),
      example: { ...EXAMPLE, record: "v=DMARC1; p=quarantine; pct=20", pct: 20 },
    }),
  },
  run: ({ dmarc }, tools) => {
    const governing = governingRecord(dmarc, tools);
    if (governing === null) return notApplicable("no-dmarc-record");
    const { place, record } = governing;
    // Where everything is none there is nothing to soften.
    const asksForNothing = [record.p, record.sp, record.np].every(
      policy => policy === null || policy === "none",
    );
    const isSoftened = !asksForNothing && record.invalidPolicies.length === 0;
    const isOn = isSoftened && record.testing;
    const isPartial = isSoftened && record.pct < 100;
    if (!isOn && !isPartial) return { outcome: "off", args: place };
    return [
      ...(isOn ? [{ outcome: "on" as const, args: place }] : []),
      ...(isPartial ? [{ outcome: "partial" as const, args: { ...place, pct: record.pct } }] : []),
    ];
  },
});
