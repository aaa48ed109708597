import type { Fix, FixRecord } from "#lib/scan/finding.ts";
import { recordTerms } from "./record-terms.ts";
import type { FixWords, RecordView } from "./scan-view.ts";

/** A fix with the meaning of every term that is to be published. */
export const viewFix = (fix: Fix): FixWords => ({ ...fix, records: fix.records.map(viewRecord) });

/** A record to publish with the meaning of its terms, and of those it had before. */
export const viewRecord = (record: FixRecord): RecordView => ({
  ...record,
  terms: recordTerms(record.value),
  termsBefore: recordTerms(record.replaces ?? ""),
});
