import type { DmarcDiscovery } from "#lib/mail/dmarc/discover.ts";
import type { MisplacedRecord } from "#lib/mail/dmarc/misplaced.ts";
import type { NearMiss } from "#lib/mail/dmarc/parse-record.ts";
import type { WalkStep } from "#lib/mail/dmarc/walk-step.ts";
import { mergeRecords } from "#lib/mail/dmarc/write-record.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import {
  creating,
  deleting,
  firstRecord,
  MAILBOX_STEP,
  movable,
  recordFix,
  replacing,
  usable,
} from "../dmarc-fixes.ts";
import type { FixContext } from "../finding.ts";

type FoundArgs = { readonly at: string; readonly record: string };
type InheritedArgs = { readonly domain: string; readonly from: string; readonly record: string };
type MissingArgs = { readonly domain: string; readonly asked: readonly string[] };
type MultipleArgs = {
  readonly at: string;
  readonly alias: string | null;
  readonly records: readonly string[];
};
type WrongPlaceArgs = { readonly domain: string; readonly found: readonly MisplacedRecord[] };
type UnusableArgs = FoundArgs & { readonly alias: string | null; readonly reason: NearMiss | "no-policy" };

/** Is there a DMARC record that receivers act on? */
export const dmarcPresent = defineCheck({
  id: "dmarc-present",
  section: "authentication",
  question: "Does the domain have a DMARC record?",
  why: "DMARC tells receivers what to do with mail that carries this domain as its sender and is not genuine. Without it anybody can write in the domain's name, and large providers refuse bulk mail from it.",
  reference: "RFC 9989, DMARC policy discovery",
  weighty: true,
  needs: ["dmarc"],
  outcomes: {
    present: outcome<FoundArgs>({
      status: "pass",
      title: ({ at }) => `There is a DMARC record at _dmarc.${at}`,
      example: { at: "example.com", record: "v=DMARC1; p=reject" },
    }),
    inherited: outcome<InheritedArgs>({
      status: "pass",
      title: ({ domain, from }) => `${domain} is covered by the DMARC record of ${from}`,
      example: { domain: "mail.example.com", from: "example.com", record: "v=DMARC1; p=reject" },
    }),
    missing: outcome<MissingArgs>({
      status: "fail",
      title: ({ domain }) => `There is no DMARC record for ${domain}`,
      detail: ({ asked }) => `Asked for, and not there: ${asked.join(", ")}.`,
      fix: ({ domain }, context) => firstFix(domain, context),
      example: { domain: "example.com", asked: ["_dmarc.example.com", "_dmarc.com"] },
    }),
    multiple: outcome<MultipleArgs>({
      status: "fail",
      title: ({ at, records }) =>
        `There are ${records.length} DMARC records at _dmarc.${at}: receivers use none`,
      detail: () =>
        "RFC 9989 discards them all and looks further up. Older receivers stop there and apply no DMARC.",
      fix: ({ at, alias, records }, context) => {
        const [first = "", ...others] = records;
        const name = alias ?? `_dmarc.${at}`;
        const merged = usable(mergeRecords(records), at, context);
        const edits = [
          replacing({ at, alias, record: first }, merged),
          ...others.map(text => deleting(name, text)),
        ];
        return recordFix(context, { at, alias }, edits);
      },
      example: { at: "example.com", alias: null, records: ["v=DMARC1; p=none", "v=DMARC1; p=reject"] },
    }),
    "wrong-place": outcome<WrongPlaceArgs>({
      status: "fail",
      title: ({ domain, found }) =>
        `The DMARC record stands at ${found[0]?.name ?? domain}, where no receiver looks`,
      detail: ({ domain }) => `Receivers ask for _dmarc.${domain} only.`,
      fix: ({ domain, found }, context) => {
        const text = movable(found[0]?.text ?? "", domain, context);
        const edits = [creating(domain, text), ...found.map(({ name, text: old }) => deleting(name, old))];
        return recordFix(context, { at: domain, alias: null }, edits);
      },
      example: {
        domain: "example.com",
        found: [{ name: "example.com", place: "apex", text: "v=DMARC1; p=reject" }],
      },
    }),
    unusable: outcome<UnusableArgs>({
      status: "fail",
      title: ({ at }) => `The DMARC record at _dmarc.${at} is not one that receivers act on`,
      detail: ({ reason, record }) => `${REASONS[reason]} The record reads “${record.slice(0, 200)}”.`,
      fix: (place, context) =>
        recordFix(context, place, [replacing(place, usable(place.record, place.at, context))], {
          before: ["Make sure that the policy below is the one you meant."],
        }),
      example: { at: "example.com", alias: null, record: "v=dmarc1; p=reject", reason: "version-case" },
    }),
  },
  run: ({ dmarc }, { need }) => {
    const own = dmarc.walk[0];
    if (own !== undefined && own.records.length > 1) return { outcome: "multiple", args: multipleAt(own) };
    const governing = need(dmarc.rfc9989.record);
    if (governing === null) return withoutRecord(dmarc);
    const { domain: at, role, text: record } = governing;
    const { exact } = dmarc.rfc9989;
    if (exact.ok && exact.value.because === "unusable") {
      const alias = dmarc.walk.find(step => step.domain === at)?.cnames.at(-1) ?? null;
      const args: UnusableArgs = { at, record, alias, reason: "no-policy" };
      return { outcome: "unusable", args };
    }
    return role === "own"
      ? { outcome: "present", args: { at, record } }
      : { outcome: "inherited", args: { domain: dmarc.domain, from: at, record } };
  },
});

/** Nothing that receivers use: the nearest thing to it, or nothing at all. */
function withoutRecord({ domain, exists, misplaced, walk }: DmarcDiscovery) {
  const several = walk.find(step => step.records.length > 1);
  if (several !== undefined) return { outcome: "multiple" as const, args: multipleAt(several) };
  const near = walk.flatMap(nearMissAt)[0];
  if (near !== undefined) return { outcome: "unusable" as const, args: near };
  if (misplaced.length > 0) return { outcome: "wrong-place" as const, args: { domain, found: misplaced } };
  if (exists.ok && !exists.value) return notApplicable("domain-does-not-exist");
  return { outcome: "missing" as const, args: { domain, asked: walk.map(({ name }) => name) } };
}

const multipleAt = ({ domain, cnames, records }: WalkStep): MultipleArgs => ({
  at: domain,
  alias: cnames.at(-1) ?? null,
  records,
});

const nearMissAt = ({ domain, cnames, nearMisses }: WalkStep): readonly UnusableArgs[] =>
  nearMisses.map(({ reason, text }) => ({ at: domain, alias: cnames.at(-1) ?? null, record: text, reason }));

function firstFix(domain: string, context: FixContext) {
  const sends = context.sends !== false;
  return recordFix(context, { at: domain, alias: null }, [creating(domain, firstRecord(domain, sends))], {
    before: sends ? [MAILBOX_STEP] : [],
    after: sends
      ? [
          "This first record changes nothing for your mail. The reports show within days who sends in your name; then make the policy stricter step by step.",
        ]
      : ["Nobody sends mail from this domain, so all of it may be refused at once."],
  });
}

const REASONS: { readonly [Reason in UnusableArgs["reason"]]: string } = {
  "no-policy":
    "It has no valid policy (p, or a broken sp or np) and no valid report address, and such a record is set aside.",
  "version-case": "The version has to be written v=DMARC1, in exactly these letters.",
  "version-unknown": "The only version there is is DMARC1.",
  "version-not-first": "v=DMARC1 has to be the first tag.",
  "version-missing": "It does not begin with v=DMARC1.",
  "missing-semicolon": "There is no semicolon after v=DMARC1.",
  "text-before-version": "Something stands before v=DMARC1, such as a quotation mark.",
};
