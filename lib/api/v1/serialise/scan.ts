import type { ScanReport } from "#lib/scan/report.ts";
import { scanJson } from "#lib/scan/scan-json.ts";
import type { Letter } from "#lib/scan/grade.ts";

/** What a verb knows of a scan. */
export interface ScanRow {
  readonly id: string;
  readonly status: "pending" | "running" | "done" | "failed";
  readonly domain: string;
  readonly unicode: string | null;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly engineVersion: string | null;
  readonly grade: Letter | null;
  readonly failure: string | null;
}

export const scanUrl = (id: string): string => `/api/v1/scans/${id}`;

/** A scan without its report. `site` is where people reach the pages, without a final slash. */
export const serialiseSummary = (scan: ScanRow, site: string) => ({
  id: scan.id,
  status: scan.status,
  domain: scan.domain,
  unicode: scan.unicode,
  requestedAt: scan.requestedAt.toISOString(),
  startedAt: scan.startedAt?.toISOString() ?? null,
  finishedAt: scan.finishedAt?.toISOString() ?? null,
  engine: scan.engineVersion,
  grade: scan.grade,
  failure: scan.failure,
  url: scanUrl(scan.id),
  page: `${site}/scans/${scan.id}`,
});

/** A scan with its report. */
export const serialiseScan = (scan: ScanRow & { readonly report: ScanReport | null }, site: string) => ({
  ...serialiseSummary(scan, site),
  report: scan.report === null ? null : scanJson(scan.report),
});
