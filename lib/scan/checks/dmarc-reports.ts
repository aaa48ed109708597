import { parseDmarcRecord } from "#lib/mail/dmarc/parse-record.ts";
import type { Authorisation, ReportDestination } from "#lib/mail/dmarc/report-destinations.ts";
import type { ReportUri, UriDefect } from "#lib/mail/dmarc/report-uri.ts";
import { editRecord, repairUris } from "#lib/mail/dmarc/write-record.ts";
import { type CheckTools, defineCheck, notApplicable, outcome } from "../define-check.ts";
import { governingRecord, type RecordPlace } from "../dmarc-evidence.ts";
import { editFix, MAILBOX_STEP, recordFix, replacing, reportUri, withReports } from "../dmarc-fixes.ts";
import type { Fix, FixContext } from "../finding.ts";

type Refusal = Exclude<Authorisation, "internal" | "authorised">;
type RefusedArgs = RecordPlace & {
  readonly destination: string;
  readonly consentName: string;
  readonly reason: Refusal;
  /** Older receivers, which go by the public suffix list, need no consent from it. */
  readonly sameByList: boolean;
};
type InvalidArgs = RecordPlace & { readonly uri: string; readonly defect: UriDefect };

const EXAMPLE: RecordPlace = {
  at: "example.com",
  alias: null,
  record: "v=DMARC1; p=reject; rua=mailto:dmarc@reports.example.net",
  role: "own",
};

/** How many report addresses a receiver has to serve (RFC 7489 6.2). */
const SERVED_URIS = 2;
/** Broken addresses that are named one by one. */
const MOST_INVALID = 10;

/** Do the reports about the domain's mail arrive? */
export const dmarcReports = defineCheck({
  id: "dmarc-reports",
  section: "authentication",
  question: "Do DMARC reports arrive anywhere?",
  why: "The reports are the only way to see who sends in the domain's name. A host elsewhere has to publish that it takes them, otherwise receivers send nothing.",
  reference: "RFC 9990, verifying external destinations",
  weighty: true,
  needs: ["dmarc", "profile"],
  outcomes: {
    ok: outcome<{ destinations: readonly string[] }>({
      status: "pass",
      title: ({ destinations }) => `Reports go to ${destinations.join(", ")}`,
      example: { destinations: ["example.com"] },
    }),
    none: outcome<RecordPlace>({
      status: "warn",
      title: ({ at }) => `The record of ${at} asks for no reports (rua)`,
      fix: (place, context) =>
        editFix(context, place, { rua: reportUri(place.at) }, { before: [MAILBOX_STEP] }),
      example: { ...EXAMPLE, record: "v=DMARC1; p=reject" },
    }),
    "not-authorised": outcome<RefusedArgs>({
      status: "warn",
      title: ({ destination, at }) => `${destination} does not say that it takes reports about ${at}`,
      detail: ({ consentName, reason, sameByList }) =>
        `${REFUSALS[reason](consentName)} Receivers send no reports there.${sameByList ? " Older receivers, which go by the public suffix list, do." : ""}`,
      fix: (args, context) => consentFix(args, context),
      example: {
        ...EXAMPLE,
        destination: "reports.example.net",
        consentName: "example.com._report._dmarc.reports.example.net",
        reason: "no-record",
        sameByList: false,
      },
    }),
    "invalid-uri": outcome<InvalidArgs>({
      status: "warn",
      title: ({ uri }) => `“${uri}” is no address that reports can be sent to`,
      detail: ({ defect }) => DEFECTS[defect],
      fix: (args, context) =>
        recordFix(context, args, [replacing(args, withoutBrokenUris(args))], { before: [MAILBOX_STEP] }),
      example: {
        ...EXAMPLE,
        record: "v=DMARC1; p=none; rua=dmarc@example.com",
        uri: "dmarc@example.com",
        defect: "no-scheme",
      },
    }),
    "too-many": outcome<{ count: number }>({
      status: "info",
      title: ({ count }) => `There are ${count} report addresses; receivers need to serve only two`,
      example: { count: 4 },
    }),
  },
  run: ({ dmarc, profile }, tools) => {
    const governing = governingRecord(dmarc, tools);
    if (governing === null) return notApplicable("no-dmarc-record");
    const { place, record } = governing;
    if (record.rua.every(({ defect }) => defect === "empty")) {
      return profile.sends ? { outcome: "none", args: place } : notApplicable("does-not-send");
    }
    const uris = [...record.rua, ...record.ruf];
    const invalid = uris.flatMap(uri => invalidVerdict(uri, place)).slice(0, MOST_INVALID);
    const refused = refusals(dmarc.destinations, place, tools);
    const count = record.rua.length;
    const verdicts = [
      ...invalid,
      ...refused,
      ...(count > SERVED_URIS ? [{ outcome: "too-many" as const, args: { count } }] : []),
    ];
    if (invalid.length > 0 || refused.length > 0) return verdicts;
    const destinations = dmarc.destinations.map(({ host }) => host);
    return [{ outcome: "ok", args: { destinations } }, ...verdicts];
  },
});

const invalidVerdict = ({ text, defect }: ReportUri, place: RecordPlace) =>
  defect === null
    ? []
    : [{ outcome: "invalid-uri" as const, subject: text, args: { ...place, uri: text, defect } }];

/** A verdict for each host that refuses, or about which nothing is known. */
function refusals(destinations: readonly ReportDestination[], place: RecordPlace, tools: CheckTools) {
  const judged = tools.each(
    destinations,
    ({ host }) => host,
    ({ host, authorisation, consentName, sameByList }) => {
      const reason = tools.need(authorisation);
      if (reason === "internal" || reason === "authorised") return null;
      const args = { ...place, destination: host, consentName, reason, sameByList };
      return { outcome: "not-authorised" as const, args };
    },
  );
  return judged.filter(verdict => verdict !== null);
}

const REFUSALS: { readonly [Reason in Refusal]: (name: string) => string } = {
  "no-record": name => `There is no record “v=DMARC1” at ${name}.`,
  "override-elsewhere": name =>
    `The record at ${name} passes reports on to another host, which is not allowed.`,
  "name-too-long": () => "The name at which it would have to say so is too long to exist.",
};

const DEFECTS: { readonly [Defect in UriDefect]: string } = {
  empty: "There is nothing between two commas.",
  "no-scheme": "A report address begins with “mailto:”.",
  "bad-character":
    "A character in it is not allowed; commas and exclamation marks have to be percent-encoded.",
  "no-address": "There is no e-mail address behind “mailto:”.",
  "bad-host": "What stands behind the @ is no host name.",
};

function consentFix(args: RefusedArgs, context: FixContext): Fix {
  const { consentName: name, destination, reason } = args;
  if (reason !== "no-record") {
    return recordFix(context, args, [replacing(args, withoutHost(args))], { before: [MAILBOX_STEP] });
  }
  return {
    who: "provider",
    steps: [
      `Ask whoever runs ${destination} to publish the record below in their DNS. A report service does this when the domain is added to the account there.`,
      `If nobody knows ${destination} any more, take it out of the record of ${args.at}.`,
    ],
    records: [{ action: "create", name, type: "TXT", value: "v=DMARC1", replaces: null }],
  };
}

function withoutBrokenUris({ at, record }: InvalidArgs): string {
  return editUris({ at, record }, repairUris);
}

function withoutHost({ at, record, destination }: RefusedArgs): string {
  return editUris({ at, record }, uris => repairUris(uris.filter(({ host }) => host !== destination)));
}

function editUris(
  { at, record: text }: Pick<RecordPlace, "at" | "record">,
  edit: (uris: readonly ReportUri[]) => string | null,
): string {
  const parsed = parseDmarcRecord(text);
  if (parsed.kind !== "record") return text;
  const { rua, ruf } = parsed.record;
  const edited = editRecord(text, { rua: edit(rua), ...(ruf.length > 0 ? { ruf: edit(ruf) } : {}) });
  return withReports(edited, at);
}
