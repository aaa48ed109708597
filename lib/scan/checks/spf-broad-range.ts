import { unseenRecords } from "#lib/mail/spf/analysis/summarize.ts";
import type { PlacedTerm, SpfNode } from "#lib/mail/spf/analysis/tree.ts";
import { includesOfEveryone, type WideRange, wideRanges } from "#lib/mail/spf/analysis/wide-ranges.ts";
import { dropping, editableNodes } from "#lib/mail/spf/propose/edits.ts";
import { heal } from "#lib/mail/spf/propose/heal.ts";
import type { Proposal } from "#lib/mail/spf/propose/proposal.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { spfFix } from "../spf-fixes.ts";
import { treeOf } from "../spf-evidence.ts";

type Args = {
  readonly term: string;
  readonly domain: string;
  readonly family: 4 | 6;
  readonly prefix: number;
};
type InternetArgs = {
  readonly term: string;
  readonly domain: string;
  readonly proposal: Proposal | null;
};

/** Does the SPF record allow only servers of the domain's own? */
export const spfBroadRange = defineCheck({
  id: "spf-broad-range",
  section: "authentication",
  question: "Are the allowed address blocks narrow enough?",
  why: "Everybody with a server inside an allowed block can send in the domain's name and pass SPF. Nobody has servers on 65,536 addresses and more.",
  reference: "RFC 7208, ip4, ip6 and dual-cidr-length",
  weighty: true,
  needs: ["spf"],
  outcomes: {
    ok: outcome({
      status: "pass",
      title: () => "The allowed address blocks are narrow",
      example: {},
    }),
    broad: outcome<Args>({
      status: "warn",
      title: ({ term, family, prefix }) => `“${term}” allows ${addresses(family, prefix)}`,
      detail: ({ domain }) => `The term is in the record of ${domain}.`,
      fix: ({ term, domain }) => ({
        who: "mail-admin",
        steps: [
          "List the servers that really send: from mail logs, or from the aggregate reports of DMARC.",
          `Replace “${term}” in the SPF record of ${domain} by their addresses or by the smallest blocks that hold them, such as ip4:192.0.2.0/28.`,
          "Publish the narrower terms beside the wide one first, and take the wide one out when reports show that nothing else passes by it.",
        ],
        records: [],
      }),
      example: { term: "ip4:10.0.0.0/12", domain: "example.com", family: 4, prefix: 12 },
    }),
    internet: outcome<InternetArgs>({
      status: "fail",
      title: ({ term }) => `“${term}” allows so much of the internet that SPF protects nothing`,
      detail: ({ domain }) => `The term is in the record of ${domain}.`,
      fix: ({ proposal, term }, context) =>
        spfFix(context, proposal, {
          before: [
            `List the servers that “${term}” was meant for by their addresses; anybody can use it now.`,
          ],
        }),
      example: { term: "ip4:0.0.0.0/0", domain: "example.com", proposal: null },
    }),
  },
  run: ({ spf }, { need }) => {
    const tree = treeOf(spf);
    if (typeof tree === "string") return notApplicable(tree);
    const everyone = everyoneIn(tree);
    const broad = wideRanges(tree).filter(range => !range.internet);
    if (everyone.length + broad.length === 0) {
      const unseen = unseenRecords(tree);
      if (unseen !== null) need({ ok: false, failure: unseen });
      return { outcome: "ok", args: {} };
    }
    const proposal = heal(spf, (root, edits) =>
      dropping(
        edits,
        everyoneIn(root).map(placed => ({ ...editablePlace(placed, root), because: "allows-everyone" })),
      ),
    );
    return [
      ...uniqueTerms(everyone).map(({ term, node }) => ({
        outcome: "internet" as const,
        subject: term.text,
        args: { term: term.text, domain: node.domain, proposal },
      })),
      ...broad.slice(0, MOST_FINDINGS).map(broadFinding),
    ];
  },
});

/** Terms that allow a good part of the internet, or all of it. */
const everyoneIn = (root: SpfNode): readonly PlacedTerm[] => [
  ...wideRanges(root).flatMap(({ internet, placed }) => (internet ? [placed] : [])),
  ...includesOfEveryone(root),
];

const broadFinding = ({ placed: { term, node }, family, prefix }: WideRange) => ({
  outcome: "broad" as const,
  subject: term.text,
  args: { term: term.text, domain: node.domain, family, prefix },
});

/** A term may allow everyone by IPv4 and by IPv6, or be said twice; it is one finding. */
const uniqueTerms = (places: readonly PlacedTerm[]): readonly PlacedTerm[] =>
  [...new Map(places.map(placed => [`${placed.node.domain} ${placed.term.text}`, placed])).values()].slice(
    0,
    MOST_FINDINGS,
  );

const MOST_FINDINGS = 20;

/** The term itself, or the term of one's own record that leads to it. */
function editablePlace({ node, term, path }: PlacedTerm, root: SpfNode) {
  const editable = new Set(editableNodes(root));
  if (editable.has(node)) return { node, term };
  const [first = term] = path;
  return { node: root, term: first };
}

const addresses = (family: 4 | 6, prefix: number): string =>
  family === 4 ? `${(2 ** (32 - prefix)).toLocaleString("en")} addresses` : `an IPv6 block of /${prefix}`;
