import type { Fix } from "#lib/scan/finding.ts";
import { recordTerms } from "./record-terms.ts";
import type { FixWords } from "./scan-view.ts";

/** A fix with the meaning of every term that is to be published. */
export const viewFix = (fix: Fix): FixWords => ({
  ...fix,
  records: fix.records.map(record => ({ ...record, terms: recordTerms(record.value) })),
});
