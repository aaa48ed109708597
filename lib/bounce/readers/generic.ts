import type { ReportReader } from "./delivery-report.ts";
import { readSections } from "./read-sections.ts";

/** Reports of systems nobody here knows, and bare lines: read by shape alone. Always the last to be asked. */
export const generic: ReportReader = {
  format: "text",
  recognises: () => true,
  read: ({ prose }) => readSections(prose),
};
