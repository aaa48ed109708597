import { editRecord, repairRecord } from "#lib/mail/dmarc/write-record.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { type Deed, deedOf, governingRecord, type RecordPlace } from "../dmarc-evidence.ts";
import {
  AFTER_QUARANTINE,
  BEFORE_ENFORCING,
  creating,
  hasReports,
  MAILBOX_STEP,
  recordFix,
  replacing,
  withReports,
} from "../dmarc-fixes.ts";
import { deedSentence } from "../dmarc-words.ts";
import type { Fix, FixContext, FixRecord } from "../finding.ts";

type Args = RecordPlace & {
  readonly domain: string;
  /** False for a name that DNS does not hold. */
  readonly exists: boolean;
  /** What receivers are expected to do, test mode included. */
  readonly exact: Deed;
  readonly existing: Deed;
  readonly missing: Deed;
  /** The tag that decides about mail of exactly this domain. */
  readonly tag: "p" | "sp" | "np" | null;
};

const EXAMPLE: Args = {
  domain: "example.com",
  at: "example.com",
  alias: null,
  record: "v=DMARC1; p=reject",
  role: "own",
  exists: true,
  exact: "reject",
  existing: "reject",
  missing: "reject",
  tag: "p",
};
const detail = ({ domain, ...deeds }: Args): string => deedSentence(domain, deeds);

/** What does the owner ask receivers to do with forged mail? */
export const dmarcPolicy = defineCheck({
  id: "dmarc-policy",
  section: "authentication",
  question: "What happens to mail that is forged in this domain's name?",
  why: "Only a policy of quarantine or reject keeps forged mail from its readers. A policy of none is for finding out who sends, not for staying.",
  reference: "RFC 9989, DMARC policy discovery and policy record format",
  weighty: true,
  needs: ["dmarc"],
  outcomes: {
    reject: outcome<Args>({
      status: "pass",
      title: ({ domain }) => `Receivers are asked to refuse mail forged in the name of ${domain}`,
      detail: args =>
        `${detail(args)} With this policy all mail has to be signed with DKIM, and people should not write to mailing lists from the domain (RFC 9989).`,
      example: EXAMPLE,
    }),
    quarantine: outcome<Args>({
      status: "pass",
      title: ({ domain }) =>
        `Receivers are asked to treat mail forged in the name of ${domain} as suspicious`,
      detail,
      example: {
        ...EXAMPLE,
        record: "v=DMARC1; p=quarantine",
        exact: "quarantine",
        existing: "quarantine",
        missing: "quarantine",
      },
    }),
    none: outcome<Args>({
      status: "warn",
      title: ({ domain }) =>
        `Receivers are not asked to do anything about mail forged in the name of ${domain}`,
      detail,
      fix: (args, context) => stricterFix(args, context),
      example: { ...EXAMPLE, record: "v=DMARC1; p=none", exact: "none", existing: "none", missing: "none" },
    }),
    "assumed-none": outcome<Args>({
      status: "warn",
      title: ({ at }) => `The record of ${at} has no valid policy, so receivers act as if it asked for none`,
      detail: args =>
        `RFC 9989 sets the whole policy aside when p, sp or np cannot be read, and keeps only the reports. ${detail(args)}`,
      fix: (args, context) => stricterFix(args, context),
      example: {
        ...EXAMPLE,
        record: "v=DMARC1; p=block; rua=mailto:dmarc@example.com",
        exact: "none",
        existing: "none",
        missing: "none",
        tag: null,
      },
    }),
  },
  run: ({ dmarc }, tools) => {
    const governing = governingRecord(dmarc, tools);
    if (governing === null) return notApplicable("no-dmarc-record");
    const exact = tools.need(dmarc.rfc9989.exact);
    const args: Args = {
      ...governing.place,
      domain: dmarc.domain,
      exists: !dmarc.exists.ok || dmarc.exists.value,
      exact: deedOf(dmarc.rfc9989.exact),
      existing: deedOf(dmarc.rfc9989.existingSubdomain),
      missing: deedOf(dmarc.rfc9989.missingSubdomain),
      tag: exact.tag,
    };
    return { outcome: exact.because === "assumed" ? "assumed-none" : (exact.policy ?? "none"), args };
  },
});

/** One safe step up, with reports on; all the way for a domain that sends nothing. */
function stricterFix(args: Args, context: FixContext): Fix {
  const sends = context.sends !== false;
  const before = sends ? [...BEFORE_ENFORCING, ...(hasReports(args.record) ? [] : [MAILBOX_STEP])] : [];
  const after = sends
    ? AFTER_QUARANTINE
    : ["Nobody sends mail from this domain, so all of it may be refused at once."];
  const record = stricterRecord(args, sends);
  const at = record.action === "create" ? args.domain : args.at;
  const alias = record.action === "create" ? null : args.alias;
  return recordFix(context, { at, alias }, [record], { before, after });
}

function stricterRecord(args: Args, sends: boolean): FixRecord {
  const { at, domain, exists, record, role, tag } = args;
  // Nothing genuine comes from a name that does not exist.
  if (role === "organizational" && !exists) return replacing(args, editRecord(record, { np: "reject" }));
  if (role !== "own" && (!sends || role === "public-suffix")) {
    // Its own record leaves everybody else under the inherited one as they are.
    const own = sends ? withReports("v=DMARC1; p=quarantine", domain) : "v=DMARC1; p=reject";
    return creating(domain, own);
  }
  const text = tag === null ? repairRecord(record, "none") : record;
  if (!sends) return replacing(args, editRecord(text, { p: "reject", sp: null, np: null }));
  const raised = role === "own" ? "p" : "sp";
  const policies = tag === null && role !== "own" ? { p: "quarantine" } : {};
  return replacing(args, withReports(editRecord(text, { ...policies, [raised]: "quarantine", t: null }), at));
}
