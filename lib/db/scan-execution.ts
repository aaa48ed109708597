import type { Answer } from "#lib/dns/answer.ts";
import type { ScanHints } from "#lib/scan/define-probe.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import type { DomainName } from "#lib/values/domain-name.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import type { ScanFailure } from "./scans.ts";
import { storeReport } from "./stored-reports.ts";

/** One worker's claim on a scan. A later attempt takes the scan away from an earlier one. */
export interface ScanAttempt {
  readonly scanId: string;
  readonly attempt: number;
  readonly domain: DomainName;
  readonly hints: ScanHints;
}

/** Takes a scan up; null when there is none or it is already finished. Forgets what an earlier attempt told. */
export async function beginAttempt(db: Db, scanId: string, now: Date): Promise<ScanAttempt | null> {
  const [row] = await prismaOf(db).scan.updateManyAndReturn({
    where: { id: scanId, status: { in: ["pending", "running"] } },
    data: { status: "running", startedAt: now, attempt: { increment: 1 } },
    select: { attempt: true, domain: true, hints: true },
  });
  if (row === undefined) return null;
  await prismaOf(db).scanProgress.deleteMany({ where: { scanId } });
  // Both columns were written by `insertScan` from values of exactly these types.
  return {
    scanId,
    attempt: row.attempt,
    domain: row.domain as DomainName,
    hints: row.hints as unknown as ScanHints,
  };
}

export interface AttemptResult {
  readonly report: ScanReport;
  readonly transcript: readonly Answer[];
  readonly finishedAt: Date;
}

/**
 * Stores the result of an attempt, unless a later attempt has begun or the scan is finished: then nothing
 * changes and the answer is false. Call it in a transaction.
 */
export async function finishAttempt(
  db: Db,
  { scanId, attempt }: Pick<ScanAttempt, "scanId" | "attempt">,
  { report, transcript, finishedAt }: AttemptResult,
): Promise<boolean> {
  const prisma = prismaOf(db);
  const [row] = await prisma.scan.updateManyAndReturn({
    where: { id: scanId, attempt, status: "running" },
    data: {
      status: "done",
      finishedAt,
      engineVersion: report.engine,
      grade: report.grade,
      score: report.score,
    },
    select: { joinKey: true },
  });
  if (row === undefined) return false;
  await storeReport(db, { scanId, joinKey: row.joinKey, now: finishedAt }, { report, transcript });
  await prisma.scanProgress.deleteMany({ where: { scanId } });
  return true;
}

/** Ends a scan without a report; one that is finished stays as it is (false). */
export async function failScan(
  db: Db,
  { scanId, failure, finishedAt }: { scanId: string; failure: ScanFailure; finishedAt: Date },
): Promise<boolean> {
  const { count } = await prismaOf(db).scan.updateMany({
    where: { id: scanId, status: { in: ["pending", "running"] } },
    data: { status: "failed", failure, finishedAt },
  });
  if (count > 0) await prismaOf(db).scanProgress.deleteMany({ where: { scanId } });
  return count > 0;
}
