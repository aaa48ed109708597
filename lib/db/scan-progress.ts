import type { ScanProgress } from "#lib/scan/run-scan.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { jsonIn } from "./json.ts";

/** What has happened in a running scan, with its place in the order of telling. */
export interface ProgressBatch {
  /** Grows within one scan, also over attempts. */
  readonly sequence: bigint;
  readonly events: readonly ScanProgress[];
}

/** The channel on which the ids of scans that moved are announced. */
export const SCAN_CHANNEL = "mailtriage_scans";

/** Stores news of a running scan and wakes everybody who follows it. */
export async function addProgress(db: Db, scanId: string, events: readonly ScanProgress[]): Promise<void> {
  await prismaOf(db).scanProgress.create({ data: { scanId, events: jsonIn(events) }, select: { id: true } });
  await announceScan(db, scanId);
}

/** Wakes the followers of a scan; inside a transaction they wake when it commits. */
export async function announceScan(db: Db, scanId: string): Promise<void> {
  await prismaOf(db).$queryRaw`SELECT pg_notify(${SCAN_CHANNEL}, ${scanId})::text`;
}

/** The news after that place in the order. */
export async function progressSince(
  db: Db,
  scanId: string,
  sequence: bigint,
): Promise<readonly ProgressBatch[]> {
  const rows = await prismaOf(db).scanProgress.findMany({
    where: { scanId, id: { gt: sequence } },
    orderBy: { id: "asc" },
    select: { id: true, events: true },
  });
  // Only `addProgress` writes this column.
  return rows.map(row => ({ sequence: row.id, events: row.events as unknown as readonly ScanProgress[] }));
}
