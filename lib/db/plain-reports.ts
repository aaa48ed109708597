import type { Answer } from "#lib/dns/answer.ts";
import { readStoredReport } from "#lib/scan/report.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { sqlNull } from "./json.ts";
import { storeReport } from "./stored-reports.ts";

/**
 * Packs reports that versions before the packed form stored whole; answers how many. They are read as before and
 * after. Call it in a transaction.
 */
export async function packPlainReports(db: Db, limit: number): Promise<number> {
  const prisma = prismaOf(db);
  const rows = await prisma.$queryRaw<readonly PlainRow[]>`
    SELECT id, join_key AS "joinKey", finished_at AS "finishedAt", requested_at AS "requestedAt", report, transcript
    FROM scans WHERE report IS NOT NULL ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
  for (const { id, joinKey, finishedAt, requestedAt, report, transcript } of rows) {
    await storeReport(
      db,
      { scanId: id, joinKey, now: finishedAt ?? requestedAt },
      { report: readStoredReport(report), transcript: transcript ?? [] },
    );
    await prisma.scanFinding.deleteMany({ where: { scanId: id } });
    await prisma.scan.update({
      where: { id },
      data: { report: sqlNull, transcript: sqlNull },
      select: { id: true },
    });
  }
  return rows.length;
}

interface PlainRow {
  readonly id: string;
  readonly joinKey: string;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly report: unknown;
  readonly transcript: readonly Answer[] | null;
}
