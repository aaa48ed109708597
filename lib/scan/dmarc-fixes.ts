import { parseDmarcRecord } from "#lib/mail/dmarc/parse-record.ts";
import { hasValidUri } from "#lib/mail/dmarc/report-uri.ts";
import { editRecord, repairRecord, type TagEdits } from "#lib/mail/dmarc/write-record.ts";
import type { RecordPlace } from "./dmarc-evidence.ts";
import type { Fix, FixContext, FixRecord } from "./finding.ts";
import { publishFix } from "./publish-steps.ts";

/** Where reports about a domain go when it has no address for them yet. */
export const reportUri = (domain: string): string => `mailto:dmarc-reports@${domain}`;

/** The first record of a domain: reports only for one that sends, refusal of everything for one that does not. */
export const firstRecord = (domain: string, sends: boolean): string =>
  sends ? `v=DMARC1; p=none; rua=${reportUri(domain)}` : "v=DMARC1; p=reject";

/** The published record with another value, at the place where it really stands. */
export const replacing = ({ at, alias, record }: Omit<RecordPlace, "role">, value: string): FixRecord => ({
  action: "replace",
  name: alias ?? `_dmarc.${at}`,
  type: "TXT",
  value,
  replaces: record,
});

export const creating = (domain: string, value: string): FixRecord => ({
  action: "create",
  name: `_dmarc.${domain}`,
  type: "TXT",
  value,
  replaces: null,
});

export const deleting = (name: string, text: string): FixRecord => ({
  action: "delete",
  name,
  type: "TXT",
  value: "",
  replaces: text,
});

/** Steps around an edit of the record: what has to be true before, and what to do after. */
export interface Caution {
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** A fix that edits tags of the published record and keeps all others. */
export function editFix(
  context: FixContext,
  place: RecordPlace,
  edits: TagEdits,
  caution: Caution = {},
): Fix {
  return recordFix(context, place, [replacing(place, editRecord(place.record, edits))], caution);
}

/** A fix that publishes these records; says so when they are not in the domain's own zone. */
export function recordFix(
  context: FixContext,
  { at, alias }: Pick<RecordPlace, "at" | "alias">,
  records: readonly FixRecord[],
  { before = [], after = [] }: Caution = {},
): Fix {
  const elsewhere =
    alias !== null
      ? [`_dmarc.${at} is an alias of ${alias}: the record is changed by whoever runs that name.`]
      : at !== context.domain
        ? [`The record belongs to ${at}, from which ${context.domain} inherits it.`]
        : [];
  const fix = publishFix(context, records, after);
  return { ...fix, steps: [...before, ...elsewhere, ...fix.steps] };
}

/** Receivers need a mailbox to report to, and somebody has to read what arrives (RFC 9989 5.1.3). */
export const MAILBOX_STEP =
  "Use a mailbox that exists and can take a few hundred machine-written mails a day, or the address of a service that reads DMARC reports.";

/** RFC 9989 5.1.6 and 7.4: what has to be in order before a policy is made stricter. */
export const BEFORE_ENFORCING: readonly string[] = [
  "First read the aggregate reports of at least a month. Every service that sends in the domain's name has to pass DMARC, and by DKIM, because SPF fails when mail is forwarded.",
];

export const AFTER_QUARANTINE: readonly string[] = [
  "Keep reading the reports. If people at the domain write to mailing lists, stay at quarantine for at least a month before p=reject: lists change mail so that it fails (RFC 9989).",
];

/** The record with an address for reports, where it has none that works. */
export function withReports(text: string, at: string): string {
  return hasReports(text) ? text : editRecord(text, { rua: reportUri(at) });
}

/** Whether the record names an address that reports can be sent to. */
export function hasReports(text: string): boolean {
  const parsed = parseDmarcRecord(text);
  return parsed.kind === "record" && hasValidUri(parsed.record.rua);
}

/** The record as it may be moved to another place: unchanged when nothing is wrong with it. */
export function movable(text: string, at: string, context: FixContext): string {
  const parsed = parseDmarcRecord(text);
  return parsed.kind === "record" && parsed.record.problems.length === 0 ? text : usable(text, at, context);
}

/** What a text that receivers do not use was meant to be; a domain that sends nothing asks for refusal. */
export function usable(text: string, at: string, context: FixContext): string {
  if (context.sends === false)
    return editRecord(repairRecord(text, "reject"), { p: "reject", sp: null, np: null });
  return withReports(repairRecord(text, "none"), at);
}
