import type { ScanReport } from "#lib/scan/report.ts";
import { scanJson } from "#lib/scan/scan-json.ts";
import { viewScan } from "../scan-view/view-scan.ts";
import { scanCsv } from "./scan-csv.ts";
import { scanMarkdown } from "./scan-markdown.ts";

export type ExportFormat = "md" | "json" | "csv";

const MAKERS: { readonly [Format in ExportFormat]: { type: string; make: (report: ScanReport) => string } } =
  {
    md: { type: "text/markdown", make: report => scanMarkdown(viewScan(report)) },
    json: { type: "application/json", make: report => JSON.stringify(scanJson(report), null, 2) },
    csv: { type: "text/csv", make: report => scanCsv(viewScan(report)) },
  };

/** A report as a file to keep. Never shown in the page: browsers are told to save it. */
export function exportResponse(report: ScanReport, format: ExportFormat): Response {
  const { type, make } = MAKERS[format];
  const day = report.startedAt.slice(0, 10);
  return new Response(make(report), {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      // A domain in A-label form is safe in a file name.
      "content-disposition": `attachment; filename="mailtriage-${report.domain}-${day}.${format}"`,
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    },
  });
}
