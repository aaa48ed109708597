import type { ScanReport } from "#lib/scan/report.ts";
import type { DomainName } from "#lib/values/domain-name.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { BATCH_ITEM_FAILURES, type BatchItemFailure } from "./scan-batches.ts";
import { SCAN_SUMMARY, type ScanSummary, scanSummaryOf } from "./scans.ts";
import { REPORT, type ReportRow, reportOf } from "./stored-reports.ts";

export interface ItemName {
  readonly batchId: string;
  readonly position: number;
}

/** One domain of a batch, as the worker that takes it up needs it. */
export interface BatchItem extends ItemName {
  readonly ownerId: string;
  readonly domain: DomainName;
  readonly status: ItemStatus;
  readonly scanId: string | null;
}

export type ItemStatus = "waiting" | "scanned" | "refused";

/** The item, held until the transaction ends, so that one worker at a time decides on it; null when it is gone. */
export async function holdBatchItem(db: Db, { batchId, position }: ItemName): Promise<BatchItem | null> {
  const [row] = await prismaOf(db).$queryRaw<readonly BatchItem[]>`
    SELECT item.batch_id AS "batchId", item.position, batch.owner_id AS "ownerId", item.domain, item.status,
      item.scan_id AS "scanId"
    FROM scan_batch_items AS item JOIN scan_batches AS batch ON batch.id = item.batch_id
    WHERE item.batch_id = ${batchId} AND item.position = ${position}
    FOR UPDATE OF item`;
  return row ?? null;
}

/** Notes the scan that answers an item. */
export async function assignScan(db: Db, item: ItemName, scanId: string): Promise<void> {
  await update(db, item, { status: "scanned", scanId });
}

/** Notes that an item gets no scan. */
export async function refuseItem(db: Db, item: ItemName, failure: BatchItemFailure): Promise<void> {
  await update(db, item, { status: "refused", failure });
}

interface ItemChange {
  readonly status: ItemStatus;
  readonly scanId?: string;
  readonly failure?: BatchItemFailure;
}

/** An item whose batch was deleted meanwhile is not missed. */
const update = (db: Db, { batchId, position }: ItemName, data: ItemChange) =>
  prismaOf(db).scanBatchItem.updateMany({ where: { batchId, position }, data });

export interface BatchResult {
  readonly position: number;
  readonly domain: DomainName;
  readonly unicode: string | null;
  readonly status: ItemStatus;
  readonly failure: BatchItemFailure | null;
  readonly scan: BatchScan | null;
}

export interface BatchScan extends ScanSummary {
  readonly findings: readonly BatchFinding[];
  /** Null where it was not asked for, and until the scan is done. */
  readonly report: ScanReport | null;
}

export interface BatchFinding {
  readonly check: string;
  readonly outcome: string;
  readonly status: string;
  readonly subject: string | null;
}

/** The results behind that position, in the order in which the domains were handed in. */
export async function batchResults(
  db: Db,
  { batchId, after, limit, reports }: { batchId: string; after: number; limit: number; reports: boolean },
): Promise<readonly BatchResult[]> {
  const rows = await prismaOf(db).scanBatchItem.findMany({
    where: { batchId, position: { gt: after } },
    orderBy: { position: "asc" },
    take: limit,
    select: {
      position: true,
      domain: true,
      unicode: true,
      status: true,
      failure: true,
      scan: { select: { ...SCAN_SUMMARY, ...REPORT } },
    },
  });
  return rows.map(({ scan, ...row }) => ({
    ...row,
    // Only the functions here write these columns, from values of exactly these types.
    domain: row.domain as DomainName,
    status: row.status as ItemStatus,
    failure: BATCH_ITEM_FAILURES.find(known => known === row.failure) ?? null,
    scan: scan === null ? null : batchScanOf(scan, reports),
  }));
}

function batchScanOf(
  { report, stored, ...summary }: Parameters<typeof scanSummaryOf>[0] & ReportRow,
  reports: boolean,
): BatchScan {
  const found = reportOf({ report, stored });
  return {
    ...scanSummaryOf(summary),
    findings: (found?.findings ?? []).map(({ check, outcome, status, subject }) => ({
      check,
      outcome,
      status,
      subject,
    })),
    report: reports ? found : null,
  };
}
