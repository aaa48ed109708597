import type { ScanReport } from "#lib/scan/report.ts";
import { scanJson } from "#lib/scan/scan-json.ts";
import { type ScanRow, serialiseSummary } from "./scan.ts";

/** What a verb knows of a batch. */
export interface BatchRow {
  readonly id: string;
  readonly total: number;
  readonly requestedAt: Date;
  readonly progress: {
    readonly pending: number;
    readonly running: number;
    readonly done: number;
    readonly failed: number;
    readonly deleted: number;
    readonly finishedAt: Date | null;
  };
}

export const batchUrl = (id: string): string => `/api/v1/batches/${id}`;

export function serialiseBatch({ id, total, requestedAt, progress }: BatchRow) {
  const { finishedAt, ...counts } = progress;
  return {
    id,
    status: counts.pending + counts.running === 0 ? ("done" as const) : ("running" as const),
    total,
    ...counts,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    url: batchUrl(id),
    results: `${batchUrl(id)}/results`,
  };
}

/** What a verb knows of one domain of a batch. */
export interface BatchResultRow {
  readonly position: number;
  readonly domain: string;
  readonly unicode: string | null;
  readonly status: "waiting" | "scanned" | "refused";
  readonly failure: string | null;
  readonly scan:
    | (ScanRow & { readonly findings: readonly BatchFinding[]; readonly report: ScanReport | null })
    | null;
}

interface BatchFinding {
  readonly check: string;
  readonly outcome: string;
  readonly status: string;
  readonly subject: string | null;
}

/** One line of the results; with the whole report where it was asked for. */
export function serialiseResult(row: BatchResultRow, options: { site: string; reports: boolean }) {
  const { position, domain, unicode, scan } = row;
  const line = {
    position,
    domain,
    unicode,
    status: statusOf(row),
    failure: row.failure ?? scan?.failure ?? null,
    scan: scan === null ? null : serialiseSummary(scan, options.site),
    findings: scan?.findings ?? [],
  };
  if (!options.reports) return line;
  const report = scan?.report ?? null;
  return { ...line, report: report === null ? null : scanJson(report) };
}

function statusOf({ status, scan }: BatchResultRow) {
  if (scan !== null) return scan.status;
  if (status === "waiting") return "pending";
  return status === "refused" ? "failed" : "deleted";
}
