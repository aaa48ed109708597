import type { Proposal } from "#lib/mail/spf/propose/proposal.ts";
import { shorten } from "#lib/mail/spf/propose/shorten.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { treeOf } from "../spf-evidence.ts";
import { spfFix } from "../spf-fixes.ts";

type Args = {
  /** Octets of the name and of all TXT texts at it, as RFC 7208 counts them. */
  readonly octets: number;
  readonly messageOctets: number;
  readonly records: number;
  readonly spfOctets: number;
};
type LongArgs = Args & { readonly proposal: Proposal | null };

/** RFC 7208 3.4: under 450 octets of text an answer "ought to fit" into 512. */
const MOST_TEXT = 450;
/** RFC 1035 2.3.4, without EDNS. */
const MOST_MESSAGE = 512;

const EXAMPLE: LongArgs = { octets: 470, messageOctets: 505, records: 4, spfOctets: 180, proposal: null };

/** Does the answer with the SPF record fit into one small packet? */
export const spfSize = defineCheck({
  id: "spf-size",
  section: "authentication",
  question: "Is the answer with the SPF record small enough?",
  why: "All TXT records of the domain travel in one answer. One that does not fit into a small packet needs a second try over TCP, which some firewalls block; the record then seems not to exist.",
  reference: "RFC 7208, record size",
  weighty: true,
  needs: ["spf"],
  outcomes: {
    ok: outcome<Args>({
      status: "pass",
      title: ({ octets }) => `All TXT records of the domain together have ${octets} octets`,
      figure: ({ octets }) => `${octets} / ${MOST_TEXT}`,
      example: { octets: 180, messageOctets: 230, records: 2, spfOctets: 60 },
    }),
    long: outcome<LongArgs>({
      status: "warn",
      title: ({ octets }) =>
        `All TXT records of the domain together have ${octets} octets; up to ${MOST_TEXT} are safe`,
      figure: ({ octets }) => `${octets} / ${MOST_TEXT}`,
      fix: fixFor,
      example: EXAMPLE,
    }),
    "over-512": outcome<LongArgs>({
      status: "warn",
      title: ({ messageOctets }) =>
        `The answer with all TXT records of the domain has ${messageOctets} octets; ${MOST_MESSAGE} fit into a plain packet`,
      detail: ({ spfOctets, records }) =>
        `The SPF record takes ${spfOctets} octets of it, and there ${records === 1 ? "is one TXT record" : `are ${records} TXT records`}. Most resolvers manage larger answers, but not all firewalls let them through.`,
      figure: ({ octets }) => `${octets} / ${MOST_TEXT}`,
      fix: fixFor,
      example: { ...EXAMPLE, octets: 900, messageOctets: 980 },
    }),
  },
  run: ({ spf }) => {
    const tree = treeOf(spf);
    if (typeof tree === "string") return notApplicable(tree);
    const { octets, messageOctets, records } = spf.txt;
    const spfOctets = spf.records[0]?.text.length ?? 0;
    const args = { octets, messageOctets, records, spfOctets };
    if (octets <= MOST_TEXT && messageOctets <= MOST_MESSAGE) return { outcome: "ok", args };
    const long = { ...args, proposal: shorten(spf, tree, roomFor(args)) };
    return { outcome: messageOctets > MOST_MESSAGE ? "over-512" : "long", args: long };
  },
});

/** Octets that an SPF record at the domain may have beside its other TXT records. */
const roomFor = ({ octets, messageOctets, spfOctets }: Args): number =>
  Math.min(MOST_TEXT - (octets - spfOctets), MOST_MESSAGE - (messageOctets - spfOctets));

function fixFor({ proposal, records }: LongArgs, context: Parameters<typeof spfFix>[0]) {
  const others =
    records > 1
      ? [
          "Delete TXT records at the domain that are no longer needed: many are left over from verifying an account once.",
        ]
      : [];
  return spfFix(context, proposal, {
    before: [...others, "Take out of the SPF record whatever no longer sends."],
  });
}
