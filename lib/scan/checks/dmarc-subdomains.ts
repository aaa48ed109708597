import type { DmarcRecord } from "#lib/mail/dmarc/parse-record.ts";
import { isWeaker, type Policy } from "#lib/mail/dmarc/policy.ts";
import type { Disposition } from "#lib/mail/dmarc/reading.ts";
import type { TagEdits } from "#lib/mail/dmarc/write-record.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { type Deed, deedOf, governingRecord, type RecordPlace, subdomainRecord } from "../dmarc-evidence.ts";
import { type Caution, editFix } from "../dmarc-fixes.ts";
import { deedSentence } from "../dmarc-words.ts";

type Args = RecordPlace & { readonly exact: Deed; readonly existing: Deed; readonly missing: Deed };
type WeakerArgs = Args & { readonly weaker: readonly ("sp" | "np")[] };
/** `organization` is whose record holds for sub-domains; null when they are under none. */
type ElsewhereArgs = Args & { readonly organization: string | null };

const EXAMPLE: Args = {
  at: "example.com",
  alias: null,
  record: "v=DMARC1; p=reject; sp=none",
  role: "own",
  exact: "reject",
  existing: "none",
  missing: "none",
};

/** Are sub-domains protected as well as the domain itself? */
export const dmarcSubdomains = defineCheck({
  id: "dmarc-subdomains",
  section: "authentication",
  question: "Does the DMARC policy hold for sub-domains too?",
  why: "Forgers use made-up sub-domains when the domain itself is protected. The tags sp and np can leave them a gap.",
  reference: "RFC 9989, DMARC policy discovery",
  weighty: true,
  needs: ["dmarc"],
  outcomes: {
    covered: outcome<Args>({
      status: "pass",
      title: ({ at }) => `Sub-domains are treated no milder than ${at} itself`,
      detail: ({ at, ...deeds }) => deedSentence(at, deeds),
      example: { ...EXAMPLE, record: "v=DMARC1; p=reject", existing: "reject", missing: "reject" },
    }),
    weaker: outcome<WeakerArgs>({
      status: "warn",
      title: ({ at, weaker }) =>
        `${weaker.join(" and ")} ${weaker.length === 1 ? "is" : "are"} milder than p: sub-domains of ${at} are less protected`,
      detail: ({ at, ...deeds }) => deedSentence(at, deeds),
      fix: ({ weaker, ...place }, context) => editFix(context, place, withoutTags(weaker), CAUTION),
      example: { ...EXAMPLE, weaker: ["sp"] },
    }),
    "no-effect": outcome<ElsewhereArgs>({
      status: "info",
      title: ({ at, organization }) =>
        `sp and np in the record of ${at} have no effect: sub-domains follow ${whose(organization)}`,
      detail: ({ at, ...deeds }) => deedSentence(at, deeds),
      example: { ...EXAMPLE, at: "mail.example.com", organization: "example.com" },
    }),
    elsewhere: outcome<ElsewhereArgs>({
      status: "info",
      title: ({ at, organization }) =>
        `Sub-domains of ${at} are treated milder than ${at} itself: they follow ${whose(organization)}`,
      detail: ({ at, ...deeds }) => deedSentence(at, deeds),
      example: {
        ...EXAMPLE,
        at: "mail.example.com",
        record: "v=DMARC1; p=reject",
        organization: "example.com",
      },
    }),
  },
  run: ({ dmarc }, tools) => {
    const governing = governingRecord(dmarc, tools);
    if (governing === null) return notApplicable("no-dmarc-record");
    const { place, record } = governing;
    const existing = tools.need(dmarc.rfc9989.existingSubdomain);
    const missing = tools.need(dmarc.rfc9989.missingSubdomain);
    const below = subdomainRecord(dmarc, tools);
    const args = { ...place, exact: deedOf(dmarc.rfc9989.exact), ...deedsOf(existing, missing) };
    if (below?.place.at === place.at) {
      const weaker = weakerTags(record);
      return weaker.length === 0
        ? { outcome: "covered", args }
        : { outcome: "weaker", args: { ...args, weaker } };
    }
    const elsewhere = { ...args, organization: below?.place.at ?? null };
    if (record.sp !== null || record.np !== null) return { outcome: "no-effect", args: elsewhere };
    const policy = tools.need(dmarc.rfc9989.exact).policy ?? "none";
    return [existing, missing].some(one => isWeaker(one.policy ?? "none", policy))
      ? { outcome: "elsewhere", args: elsewhere }
      : { outcome: "covered", args };
  },
});

const deedsOf = (existing: Disposition, missing: Disposition): Pick<Args, "existing" | "missing"> => ({
  existing: existing.applied ?? "no-policy",
  missing: missing.applied ?? "no-policy",
});

/** The tags for sub-domains that ask for less than `p`; none where the whole policy is set aside. */
function weakerTags({ p, sp, np, invalidPolicies }: DmarcRecord): readonly ("sp" | "np")[] {
  if (p === null || invalidPolicies.length > 0) return [];
  const isMilder = (policy: Policy | null): boolean => policy !== null && isWeaker(policy, p);
  return [...(isMilder(sp) ? (["sp"] as const) : []), ...(isMilder(np) ? (["np"] as const) : [])];
}

/** Without its own tag a sub-domain is under `p`. */
const withoutTags = (tags: readonly ("sp" | "np")[]): TagEdits =>
  Object.fromEntries(tags.map(tag => [tag, null]));

const CAUTION: Caution = {
  before: [
    "First see in the aggregate reports which sub-domains send mail, and whether it passes DMARC. Where you are not sure, publish sp=quarantine for a month before this record.",
  ],
};

const whose = (organization: string | null): string =>
  organization === null
    ? "no record, because the name is too deep to be searched"
    : `the record of ${organization}`;
