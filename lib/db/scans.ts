import type { ScanHints } from "#lib/scan/define-probe.ts";
import type { Letter } from "#lib/scan/grade.ts";
import { LETTERS } from "#lib/scan/grade.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import type { DomainName } from "#lib/values/domain-name.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { jsonIn } from "./json.ts";
import type { Requester } from "./requester.ts";
import { ownedBy } from "./requester.ts";
import { REPORT, reportOf } from "./stored-reports.ts";

export const SCAN_STATUSES = ["pending", "running", "done", "failed"] as const;
export type ScanStatus = (typeof SCAN_STATUSES)[number];

/** Why a scan ended without a report. */
export const SCAN_FAILURES = ["crashed"] as const;
export type ScanFailure = (typeof SCAN_FAILURES)[number];

export interface ScanSummary {
  readonly id: string;
  readonly domain: DomainName;
  readonly unicode: string | null;
  readonly status: ScanStatus;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly engineVersion: string | null;
  readonly grade: Letter | null;
  readonly failure: ScanFailure | null;
}

export interface StoredScan extends ScanSummary {
  /** Null until the scan is done. */
  readonly report: ScanReport | null;
}

export interface NewScan {
  readonly id: string;
  readonly domain: DomainName;
  readonly unicode: string | null;
  readonly joinKey: string;
  readonly hints: ScanHints;
  readonly requestedAt: Date;
  /** Until then it is kept in any case. */
  readonly keepUntil: Date;
}

/** Stores a scan that nobody has started yet. */
export async function insertScan(db: Db, scan: NewScan): Promise<ScanSummary> {
  const row = await prismaOf(db).scan.create({
    data: { ...scan, hints: jsonIn(scan.hints), status: "pending" },
    select: SCAN_SUMMARY,
  });
  return scanSummaryOf(row);
}

/** The scan with its report; null where there is none. */
export async function findScan(db: Db, id: string): Promise<StoredScan | null> {
  const row = await prismaOf(db).scan.findUnique({
    where: { id },
    select: { ...SCAN_SUMMARY, ...REPORT },
  });
  if (row === null) return null;
  const { report, stored, ...summary } = row;
  return { ...scanSummaryOf(summary), report: reportOf({ report, stored }) };
}

/** What was known beforehand when the scan was asked for; null where there is no such scan. */
export async function findScanHints(db: Db, id: string): Promise<ScanHints | null> {
  const row = await prismaOf(db).scan.findUnique({ where: { id }, select: { hints: true } });
  // Only `insertScan` writes this column, and only from hints.
  return row === null ? null : (row.hints as unknown as ScanHints);
}

/** Status alone, for following a running scan cheaply. */
export async function findScanSummary(db: Db, id: string): Promise<ScanSummary | null> {
  const row = await prismaOf(db).scan.findUnique({ where: { id }, select: SCAN_SUMMARY });
  return row === null ? null : scanSummaryOf(row);
}

/** The newest scan since that moment, in one of these states, which answers the same question. */
export async function findJoinableScan(
  db: Db,
  { joinKey, since, statuses }: { joinKey: string; since: Date; statuses: readonly ScanStatus[] },
): Promise<ScanSummary | null> {
  const row = await prismaOf(db).scan.findFirst({
    where: { joinKey, requestedAt: { gte: since }, status: { in: [...statuses] } },
    orderBy: { requestedAt: "desc" },
    select: SCAN_SUMMARY,
  });
  return row === null ? null : scanSummaryOf(row);
}

export interface ListScansQuery {
  readonly requester: Requester;
  readonly domain?: DomainName;
  /** Only scans requested before this moment, for the next page. */
  readonly before?: Date;
  /** Only scans behind this one in the list: several may have been requested at the same moment. */
  readonly after?: { readonly requestedAt: Date; readonly id: string };
  readonly limit: number;
}

/** Scans that this requester asked for, newest first. */
export async function listScans(db: Db, query: ListScansQuery): Promise<readonly ScanSummary[]> {
  const rows = await prismaOf(db).scan.findMany({
    where: {
      requests: { some: ownedBy(query.requester) },
      ...(query.domain === undefined ? {} : { domain: query.domain }),
      ...(query.before === undefined ? {} : { requestedAt: { lt: query.before } }),
      ...(query.after === undefined ? {} : { OR: behind(query.after) }),
    },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: query.limit,
    select: SCAN_SUMMARY,
  });
  return rows.map(scanSummaryOf);
}

/** What stands behind a scan in the order of the list. */
const behind = ({ requestedAt, id }: { requestedAt: Date; id: string }) => [
  { requestedAt: { lt: requestedAt } },
  { requestedAt, id: { lt: id } },
];

/** The columns of a summary, for other queries that bring scans along. */
export const SCAN_SUMMARY = {
  id: true,
  domain: true,
  unicode: true,
  status: true,
  requestedAt: true,
  startedAt: true,
  finishedAt: true,
  engineVersion: true,
  grade: true,
  failure: true,
} as const;

interface SummaryRow {
  id: string;
  domain: string;
  unicode: string | null;
  status: string;
  requestedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  engineVersion: string | null;
  grade: string | null;
  failure: string | null;
}

export const scanSummaryOf = (row: SummaryRow): ScanSummary => ({
  ...row,
  // Only `insertScan` writes this column, and only from a DomainName.
  domain: row.domain as DomainName,
  status: oneOf(SCAN_STATUSES, row.status) ?? "failed",
  grade: oneOf(LETTERS, row.grade),
  failure: oneOf(SCAN_FAILURES, row.failure),
});

const oneOf = <Word extends string>(words: readonly Word[], word: string | null): Word | null =>
  words.find(known => known === word) ?? null;
