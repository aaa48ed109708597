import type { Finding, Status } from "#lib/scan/finding.ts";
import type { Letter } from "#lib/scan/grade.ts";
import { presentFinding } from "#lib/scan/present.ts";
import type { LookupEntry, ScanReport } from "#lib/scan/report.ts";
import type { FindingChange } from "#lib/services/scans/compare.ts";

/** What is different between two scans of one domain, in words and in records. */
export interface ChangesView {
  readonly domain: string;
  readonly before: Measurement;
  readonly after: Measurement;
  readonly findings: readonly ChangedFinding[];
  readonly records: readonly ChangedRecords[];
}

export interface Measurement {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly letter: Letter | null;
}

export interface ChangedFinding {
  readonly question: string;
  readonly subject: string | null;
  /** Null where nothing was said of this subject. */
  readonly before: { readonly status: Status; readonly title: string } | null;
  readonly after: { readonly status: Status; readonly title: string } | null;
}

export interface ChangedRecords {
  readonly name: string;
  readonly type: string;
  /** Records that are gone, and records that are new. */
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** Puts a comparison into words. Only proven answers are compared: a lookup that failed changes nothing. */
export function viewChanges(
  before: ScanReport,
  after: ScanReport,
  changes: readonly FindingChange[],
): ChangesView {
  return {
    domain: after.domain,
    before: { at: before.startedAt, letter: before.grade },
    after: { at: after.startedAt, letter: after.grade },
    findings: changes.map(change => ({
      question: question(change, after),
      subject: change.subject,
      before: inWords(change.before, before),
      after: inWords(change.after, after),
    })),
    records: changedRecords(before, after),
  };
}

function question({ before, after }: FindingChange, report: ScanReport): string {
  const finding = after ?? before;
  return finding === null ? "" : presentFinding(finding, report.context).question;
}

function inWords(finding: Finding | null, report: ScanReport): ChangedFinding["after"] {
  if (finding === null) return null;
  const { status, title } = presentFinding(finding, report.context);
  return { status, title };
}

/** Of the domain's own names: what others publish is theirs to change. */
function changedRecords(before: ScanReport, after: ScanReport): readonly ChangedRecords[] {
  const earlier = new Map(before.lookups.map(lookup => [lookup.id, lookup]));
  return after.lookups.flatMap(lookup => {
    const was = earlier.get(lookup.id);
    if (was === undefined || !isProven(was) || !isProven(lookup) || !isOwn(lookup, after.domain)) return [];
    const gone = was.answers.filter(answer => !lookup.answers.includes(answer));
    const added = lookup.answers.filter(answer => !was.answers.includes(answer));
    if (gone.length + added.length === 0) return [];
    return [{ name: lookup.name, type: lookup.type, gone, added }];
  });
}

const isProven = ({ status }: LookupEntry): boolean =>
  status === "records" || status === "nodata" || status === "nxdomain";

const isOwn = ({ name, id }: LookupEntry, domain: string): boolean =>
  (name === domain || name.endsWith(`.${domain}`)) && !id.includes("@");
