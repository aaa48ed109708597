import { type DomainName, toUnicode } from "#lib/values/domain-name.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { SCAN_SUMMARY, type ScanSummary, scanSummaryOf } from "./scans.ts";

/** A domain that an account watches. */
export interface Monitor {
  readonly id: string;
  readonly ownerId: string;
  readonly domain: DomainName;
  readonly unicode: string | null;
  readonly intervalSeconds: number;
  readonly nextRunAt: Date;
  readonly pausedAt: Date | null;
  /** Whether a run is under way. */
  readonly running: boolean;
  /** The last finished look; null before the first, and when it was deleted. */
  readonly lastScan: ScanSummary | null;
  readonly proof: Proof;
  /** Since when nothing could be checked; null while it can. */
  readonly failingSince: Date | null;
  readonly createdAt: Date;
}

/** Of control over the domain: a TXT record with this value. */
export interface Proof {
  readonly value: string;
  readonly expiresAt: Date;
  readonly provenAt: Date | null;
  /** When the record was last seen. */
  readonly seenAt: Date | null;
}

export interface NewMonitor {
  readonly id: string;
  readonly ownerId: string;
  readonly domain: DomainName;
  readonly intervalSeconds: number;
  readonly nextRunAt: Date;
  readonly challenge: string;
  readonly challengeExpiresAt: Date;
  readonly createdAt: Date;
}

/** Every verb names the account: a row of somebody else is not there. */
export interface MonitorName {
  readonly id: string;
  readonly ownerId: string;
}

export async function insertMonitors(db: Db, monitors: readonly NewMonitor[]): Promise<void> {
  await prismaOf(db).monitor.createMany({ data: [...monitors] });
}

export async function findMonitor(db: Db, { id, ownerId }: MonitorName): Promise<Monitor | null> {
  const row = await prismaOf(db).monitor.findFirst({ where: { id, ownerId }, select: MONITOR });
  return row === null ? null : monitorOf(row);
}

/** The watch of that account over that domain, if there is one. */
export async function findMonitorOf(
  db: Db,
  { ownerId, domain }: { ownerId: string; domain: string },
): Promise<Monitor | null> {
  const row = await prismaOf(db).monitor.findFirst({ where: { ownerId, domain }, select: MONITOR });
  return row === null ? null : monitorOf(row);
}

export interface ListMonitorsQuery {
  readonly ownerId: string;
  /** Only what stands behind this one in the list. */
  readonly after?: { readonly createdAt: Date; readonly id: string };
  readonly limit: number;
}

/** The domains of an account, the last added first. */
export async function listMonitors(
  db: Db,
  { ownerId, after, limit }: ListMonitorsQuery,
): Promise<readonly Monitor[]> {
  const rows = await prismaOf(db).monitor.findMany({
    where: { ownerId, ...(after === undefined ? {} : { OR: behind(after) }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: MONITOR,
  });
  return rows.map(monitorOf);
}

const behind = ({ createdAt, id }: { createdAt: Date; id: string }) => [
  { createdAt: { lt: createdAt } },
  { createdAt, id: { lt: id } },
];

/** Which of these domains an account watches, and how many it watches at all. */
export async function watchedAmong(
  db: Db,
  { ownerId, domains }: { ownerId: string; domains: readonly string[] },
): Promise<{ readonly domains: ReadonlySet<string>; readonly count: number }> {
  const prisma = prismaOf(db);
  const rows = await prisma.monitor.findMany({
    where: { ownerId, domain: { in: [...domains] } },
    select: { domain: true },
  });
  const count = await prisma.monitor.count({ where: { ownerId } });
  return { domains: new Set(rows.map(({ domain }) => domain)), count };
}

export interface MonitorEdit {
  readonly intervalSeconds?: number;
  readonly nextRunAt?: Date;
  readonly pausedAt?: Date | null;
  readonly challenge?: string;
  readonly challengeExpiresAt?: Date;
  readonly provenAt?: Date | null;
  readonly proofSeenAt?: Date | null;
}

/** False where the account watches no such domain. */
export async function editMonitor(db: Db, { id, ownerId }: MonitorName, edit: MonitorEdit): Promise<boolean> {
  const { count } = await prismaOf(db).monitor.updateMany({ where: { id, ownerId }, data: edit });
  return count > 0;
}

/** Ends the watch, with everything that was noticed. False where there was none. */
export async function deleteMonitor(db: Db, { id, ownerId }: MonitorName): Promise<boolean> {
  const { count } = await prismaOf(db).monitor.deleteMany({ where: { id, ownerId } });
  return count > 0;
}

const MONITOR = {
  id: true,
  ownerId: true,
  domain: true,
  intervalSeconds: true,
  nextRunAt: true,
  pausedAt: true,
  runScanId: true,
  lastScan: { select: SCAN_SUMMARY },
  challenge: true,
  challengeExpiresAt: true,
  provenAt: true,
  proofSeenAt: true,
  failingSince: true,
  createdAt: true,
} as const;

interface MonitorRow {
  id: string;
  ownerId: string;
  domain: string;
  intervalSeconds: number;
  nextRunAt: Date;
  pausedAt: Date | null;
  runScanId: string | null;
  lastScan: Parameters<typeof scanSummaryOf>[0] | null;
  challenge: string;
  challengeExpiresAt: Date;
  provenAt: Date | null;
  proofSeenAt: Date | null;
  failingSince: Date | null;
  createdAt: Date;
}

function monitorOf(row: MonitorRow): Monitor {
  const { runScanId, lastScan, challenge, challengeExpiresAt, provenAt, proofSeenAt, ...rest } = row;
  // Only `insertMonitors` writes this column, and only from a DomainName.
  const domain = row.domain as DomainName;
  return {
    ...rest,
    domain,
    unicode: toUnicode(domain),
    running: runScanId !== null,
    lastScan: lastScan === null ? null : scanSummaryOf(lastScan),
    proof: { value: challenge, expiresAt: challengeExpiresAt, provenAt, seenAt: proofSeenAt },
  };
}
