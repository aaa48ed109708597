import { createHash } from "node:crypto";
import type { Answer } from "#lib/dns/answer.ts";
import { readStoredReport, type ScanReport } from "#lib/scan/report.ts";
import { joinTimes, type ReportTimes, splitTimes, type TimelessReport } from "#lib/scan/report-times.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { type Packed, pack, unpack } from "./pack.ts";

/**
 * Reports are stored as their difference from a base: what the first scan of a question found, packed. A scan that
 * finds the same costs a few octets for that and a kilobyte for its times; one that finds something new costs what
 * is new; and when that becomes much, it is the base of those that follow. Reading takes two rows.
 */

/** The report of a scan and the answers that it was made of. */
export interface Found {
  readonly report: ScanReport;
  readonly transcript: readonly Answer[];
}

/** A difference of more than this part of its base makes a base of its own. */
const BASE_SHARE = 1 / 4;

/** Stores the report of a scan. Call it in a transaction. */
export async function storeReport(db: Db, place: ReportPlace, { report, transcript }: Found): Promise<void> {
  const { found, times } = splitTimes(report);
  const document: StoredDocument = { report: found, transcript: transcript.map(timeless).toSorted(byId) };
  const { baseId, difference } = await differenceOf(db, document, place);
  await prismaOf(db).storedReport.create({
    data: { scanId: place.scanId, baseId, found: difference, times: pack(times) },
    select: { scanId: true },
  });
}

export interface ReportPlace {
  readonly scanId: string;
  /** Equal for scans of the same question, which are likely to find the same. */
  readonly joinKey: string;
  readonly now: Date;
}

/** The columns of a scan that `reportOf` reads. */
export const REPORT = {
  report: true,
  stored: { select: { found: true, times: true, base: { select: { found: true } } } },
} as const;

export interface ReportRow {
  readonly report: unknown;
  readonly stored: {
    readonly found: Uint8Array;
    readonly times: Uint8Array;
    readonly base: { readonly found: Uint8Array };
  } | null;
}

/** The report of a scan; null where it has none. */
export function reportOf({ report, stored }: ReportRow): ScanReport | null {
  if (stored !== null) {
    // Only `storeReport` writes these columns.
    const { report: found } = unpack(stored.found, stored.base.found) as StoredDocument;
    return readStoredReport(joinTimes(found, unpack(stored.times) as ReportTimes));
  }
  return report === null ? null : readStoredReport(report);
}

/** Answers for replaying a scan without DNS, in the order of their ids; their times are those of the report. */
interface StoredDocument {
  readonly report: TimelessReport;
  readonly transcript: readonly TimelessAnswer[];
}

type TimelessAnswer = ReturnType<typeof timeless>;

function timeless(answer: Answer) {
  const { startedMs: _startedMs, ms: _ms, server: _server, attempts: _attempts, ...rest } = answer;
  return "ttl" in rest ? { ...rest, ttl: null } : rest;
}

const byId = (one: TimelessAnswer, other: TimelessAnswer): number =>
  one.id < other.id ? -1 : one.id > other.id ? 1 : 0;

async function differenceOf(
  db: Db,
  document: StoredDocument,
  { scanId, joinKey, now }: ReportPlace,
): Promise<{ readonly baseId: string; readonly difference: Packed }> {
  const newest = await holdNewestBase(db, joinKey);
  if (newest !== null) {
    const difference = pack(document, newest.found);
    if (difference.length <= newest.found.length * BASE_SHARE) return { baseId: newest.id, difference };
  }
  const found = pack(document);
  const baseId = baseIdOf(scanId);
  await prismaOf(db).reportBase.create({
    data: { id: baseId, joinKey, createdAt: now, found },
    select: { id: true },
  });
  return { baseId, difference: pack(document, found) };
}

/** An id from which the scan cannot be told: a base may outlive it. */
const baseIdOf = (scanId: string): string =>
  createHash("sha256").update(`base of ${scanId}`).digest("base64url").slice(0, 22);

/** The newest base of a question, which nobody can delete until the transaction ends. */
async function holdNewestBase(db: Db, joinKey: string) {
  const [row] = await prismaOf(db).$queryRaw<readonly { readonly id: string; readonly found: Uint8Array }[]>`
    SELECT id, found FROM report_bases WHERE join_key = ${joinKey}
    ORDER BY created_at DESC LIMIT 1 FOR KEY SHARE`;
  return row ?? null;
}
