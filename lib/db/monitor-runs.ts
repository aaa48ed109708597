import type { Known } from "#lib/scan/changes/known.ts";
import type { DomainName } from "#lib/values/domain-name.ts";
import { Prisma } from "./generated/client.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { jsonIn } from "./json.ts";

/** One run over a watched domain, from the moment it is decided on until it is judged. */
export interface MonitorRun {
  readonly monitorId: string;
  readonly ownerId: string;
  /** The id of its scan, whose row may not exist yet. */
  readonly scanId: string;
}

/** A domain whose run is due. */
export interface DueMonitor {
  readonly id: string;
  readonly ownerId: string;
  readonly intervalSeconds: number;
}

/**
 * Takes domains whose run is due, the longest waiting first, and holds them until the transaction ends; what
 * another tick holds is left to it, and so is what is under way.
 */
export async function holdDueMonitors(
  db: Db,
  { now, limit }: { now: Date; limit: number },
): Promise<readonly DueMonitor[]> {
  return prismaOf(db).$queryRaw<DueMonitor[]>`
    SELECT id, owner_id AS "ownerId", interval_seconds AS "intervalSeconds" FROM monitors
    WHERE next_run_at <= ${now} AND paused_at IS NULL AND run_scan_id IS NULL
    ORDER BY next_run_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
}

/** Gives up runs that were begun before that moment and never ended: they are due at once. Returns how many. */
export async function forgetLostRuns(
  db: Db,
  { now, before, limit }: { now: Date; before: Date; limit: number },
): Promise<number> {
  return prismaOf(db).$executeRaw`
    UPDATE monitors SET run_scan_id = NULL, run_started_at = NULL, next_run_at = ${now}
    WHERE id IN (
      SELECT id FROM monitors WHERE run_started_at < ${before} LIMIT ${limit} FOR UPDATE SKIP LOCKED)`;
}

export interface RunStart {
  readonly monitorId: string;
  readonly scanId: string;
  readonly startedAt: Date;
  readonly nextRunAt: Date;
}

/** Notes that runs begin, and when the ones after them do. */
export async function startRuns(db: Db, starts: readonly RunStart[]): Promise<void> {
  if (starts.length === 0) return;
  const rows = starts.map(
    ({ monitorId, scanId, startedAt, nextRunAt }) =>
      Prisma.sql`(${monitorId}, ${scanId}, ${startedAt}::timestamptz, ${nextRunAt}::timestamptz)`,
  );
  await prismaOf(db).$executeRaw`
    UPDATE monitors SET run_scan_id = begun.scan_id, run_started_at = begun.started_at,
      next_run_at = begun.next_run_at
    FROM (VALUES ${Prisma.join(rows)}) AS begun (id, scan_id, started_at, next_run_at)
    WHERE monitors.id = begun.id`;
}

/** Whether a run of that domain is under way, held until the transaction ends; null where nothing is watched. */
export async function holdMonitor(
  db: Db,
  { id, ownerId }: { id: string; ownerId: string },
): Promise<(DueMonitor & { readonly running: boolean }) | null> {
  const [row] = await prismaOf(db).$queryRaw<(DueMonitor & { running: boolean })[]>`
    SELECT id, owner_id AS "ownerId", interval_seconds AS "intervalSeconds",
      run_scan_id IS NOT NULL AS running
    FROM monitors WHERE id = ${id} AND owner_id = ${ownerId} FOR UPDATE`;
  return row ?? null;
}

/** A domain whose run is carried out or judged. */
export interface RunningMonitor {
  readonly id: string;
  readonly ownerId: string;
  readonly domain: DomainName;
  readonly nextRunAt: Date;
  readonly lastScanId: string | null;
  readonly provenAt: Date | null;
  readonly hurriedRuns: number;
  readonly failedRuns: number;
  readonly failingSince: Date | null;
  readonly failureToldAt: Date | null;
  /** Null before the first look. */
  readonly known: Known | null;
}

/**
 * The domain of a run, held until the transaction ends. Null where the run is over, was begun anew, or the domain
 * is not watched any more: then there is nothing to do.
 */
export async function holdRun(
  db: Db,
  { monitorId, scanId }: Pick<MonitorRun, "monitorId" | "scanId">,
): Promise<RunningMonitor | null> {
  const [row] = await prismaOf(db).$queryRaw<RunningMonitor[]>`
    SELECT id, owner_id AS "ownerId", domain, next_run_at AS "nextRunAt", last_scan_id AS "lastScanId",
      proven_at AS "provenAt", hurried_runs AS "hurriedRuns", failed_runs AS "failedRuns",
      failing_since AS "failingSince", failure_told_at AS "failureToldAt", known
    FROM monitors WHERE id = ${monitorId} AND run_scan_id = ${scanId} FOR UPDATE`;
  return row ?? null;
}

export interface RunEnd {
  readonly nextRunAt: Date;
  /** The scan that people are shown; left out, it stays the one before. */
  readonly lastScanId?: string;
  readonly hurriedRuns?: number;
  readonly failedRuns?: number;
  readonly failingSince?: Date | null;
  readonly failureToldAt?: Date | null;
  readonly known?: Known;
}

/** Notes that the run of a domain is over and what came of it. */
export async function endRun(db: Db, monitorId: string, { known, ...end }: RunEnd): Promise<void> {
  await prismaOf(db).monitor.updateMany({
    where: { id: monitorId },
    data: {
      ...end,
      ...(known === undefined ? {} : { known: jsonIn(known) }),
      runScanId: null,
      runStartedAt: null,
    },
  });
}
