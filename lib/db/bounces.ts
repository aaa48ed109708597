import type { Cause } from "#lib/bounce/vocabulary.ts";
import { readStoredTriage, type StoredTriage } from "#lib/triage/stored-triage.ts";
import type { DomainName } from "#lib/values/domain-name.ts";
import { lockForTransaction } from "./advisory-lock.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { jsonIn, sqlNull } from "./json.ts";
import type { Requester } from "./requester.ts";
import { ownedBy } from "./requester.ts";

export const BOUNCE_STATUSES = ["pending", "running", "done", "failed"] as const;
export type BounceStatus = (typeof BOUNCE_STATUSES)[number];

/** Why there is no evidence beside a report. */
export const BOUNCE_FAILURES = ["crashed"] as const;
export type BounceFailure = (typeof BOUNCE_FAILURES)[number];

/** The channel on which the ids of bounces that moved are announced. */
export const BOUNCE_CHANNEL = "mailtriage_bounces";

export interface BounceSummary {
  readonly id: string;
  readonly status: BounceStatus;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly senderDomain: string | null;
  readonly recipientDomain: string | null;
  readonly senderScanId: string | null;
  readonly recipientScanIds: readonly string[];
  readonly cause: string | null;
  readonly failure: BounceFailure | null;
}

export interface StoredBounce extends BounceSummary {
  /** Without the people in it. */
  readonly shared: StoredTriage;
  /** With the text and everybody in it; null for whoever does not own it, and once it is forgotten. */
  readonly own: StoredTriage | null;
  /** When the private part goes; null where there is none. */
  readonly privateUntil: Date | null;
  readonly mine: boolean;
}

export interface NewBounce {
  readonly id: string;
  readonly requester: Requester;
  readonly createdAt: Date;
  /** When the private part goes. */
  readonly privateUntil: Date;
  readonly senderDomain: DomainName | null;
  readonly recipientDomain: DomainName | null;
  readonly senderScanId: string | null;
  readonly recipientScanIds: readonly string[];
  readonly cause: Cause | null;
  readonly shared: StoredTriage;
  /** Null where nobody could ever read it again. */
  readonly own: StoredTriage | null;
}

/** Stores a bounce about which nothing has been asked yet. */
export async function insertBounce(db: Db, bounce: NewBounce): Promise<BounceSummary> {
  const { requester, shared, own, privateUntil, recipientScanIds, ...columns } = bounce;
  const row = await prismaOf(db).bounce.create({
    data: {
      ...columns,
      recipientScanIds: [...recipientScanIds],
      ...requester,
      ...privateColumns(own, privateUntil),
      status: "pending",
      report: jsonIn(shared),
    },
    select: SUMMARY,
  });
  return summaryOf(row);
}

/** A bounce as this requester may see it; null where there is none. */
export async function findBounce(db: Db, id: string, requester: Requester): Promise<StoredBounce | null> {
  const row = await prismaOf(db).bounce.findUnique({ where: { id }, select: { ...SUMMARY, ...CONTENT } });
  if (row === null) return null;
  const mine = isOwner(row, requester);
  return {
    ...summaryOf(row),
    shared: readStoredTriage(row.report),
    own: mine ? privateTriage(row) : null,
    privateUntil: mine ? row.rawExpiresAt : null,
    mine,
  };
}

/** Both forms of a bounce, which nobody else can change until the transaction ends. */
export async function lockTriage(
  db: Db,
  id: string,
): Promise<{ readonly shared: StoredTriage; readonly own: StoredTriage | null } | null> {
  await lockForTransaction(db, `bounce ${id}`);
  const row = await prismaOf(db).bounce.findUnique({ where: { id }, select: CONTENT });
  return row === null ? null : { shared: readStoredTriage(row.report), own: privateTriage(row) };
}

/** Status alone, for following cheaply. */
export async function findBounceSummary(db: Db, id: string): Promise<BounceSummary | null> {
  const row = await prismaOf(db).bounce.findUnique({ where: { id }, select: SUMMARY });
  return row === null ? null : summaryOf(row);
}

/** What changes in a bounce when evidence or a statement comes; both forms together. */
export interface TriageUpdate {
  readonly shared: StoredTriage;
  readonly own: StoredTriage | null;
  readonly cause: Cause | null;
}

/** Writes both forms anew. A private part that has been forgotten in the meantime stays forgotten. */
export async function updateTriage(db: Db, id: string, { shared, own, cause }: TriageUpdate): Promise<void> {
  const prisma = prismaOf(db);
  await prisma.bounce.updateMany({ where: { id }, data: { report: jsonIn(shared), cause } });
  if (own === null) return;
  await prisma.bounce.updateMany({
    where: { id, rawText: { not: null } },
    data: { privateReport: jsonIn(withoutText(own)) },
  });
}

/** Forgets the private part of a bounce of this requester; false where there is no such bounce. */
export async function forgetPrivatePart(db: Db, id: string, requester: Requester): Promise<boolean> {
  const { count } = await prismaOf(db).bounce.updateMany({
    where: { id, ...ownedBy(requester) },
    data: FORGOTTEN,
  });
  return count > 0;
}

/** Forgets private parts whose time has come, those that waited longest first, at most so many; answers how many. */
export async function forgetExpiredPrivateParts(db: Db, now: Date, limit: number): Promise<number> {
  const prisma = prismaOf(db);
  // Found first and changed by their key: one statement for both is joined row by row where the planner expects none.
  const due = await prisma.bounce.findMany({
    where: { rawExpiresAt: { lte: now } },
    orderBy: { rawExpiresAt: "asc" },
    take: limit,
    select: { id: true },
  });
  await prisma.bounce.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: FORGOTTEN });
  return due.length;
}

/** Deletes bounces from before that moment, with the links to them, at most so many; answers how many. */
export async function forgetBounces(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const { count } = await prismaOf(db).bounce.deleteMany({ where: { createdAt: { lt: before } }, limit });
  return count;
}

/** Wakes the followers of a bounce; inside a transaction they wake when it commits. */
export async function announceBounce(db: Db, id: string): Promise<void> {
  await prismaOf(db).$queryRaw`SELECT pg_notify(${BOUNCE_CHANNEL}, ${id})::text`;
}

const FORGOTTEN = { rawText: null, privateReport: sqlNull, rawExpiresAt: null } as const;

const withoutText = (triage: StoredTriage): StoredTriage => ({
  ...triage,
  report: { ...triage.report, text: "" },
});

/** PostgreSQL text holds every character but NUL; of equal length, so that places in the text stay right. */
const privateColumns = (own: StoredTriage | null, until: Date) =>
  own === null
    ? {}
    : {
        rawText: own.report.text.replaceAll("\0", "\uFFFD"),
        privateReport: jsonIn(withoutText(own)),
        rawExpiresAt: until,
      };

interface PrivateRow {
  readonly rawText: string | null;
  readonly privateReport: unknown;
}

/** The private form with its text; null where it is forgotten. */
export function privateTriage({ rawText, privateReport }: PrivateRow): StoredTriage | null {
  if (rawText === null || privateReport === null) return null;
  const triage = readStoredTriage(privateReport);
  return { ...triage, report: { ...triage.report, text: rawText } };
}

const isOwner = (row: Requester, { ownerId, browserKeyHash }: Requester): boolean =>
  (ownerId !== null && row.ownerId === ownerId) ||
  (browserKeyHash !== null && row.browserKeyHash === browserKeyHash);

const SUMMARY = {
  id: true,
  status: true,
  createdAt: true,
  finishedAt: true,
  senderDomain: true,
  recipientDomain: true,
  senderScanId: true,
  recipientScanIds: true,
  cause: true,
  failure: true,
} as const;

const CONTENT = {
  report: true,
  rawText: true,
  privateReport: true,
  rawExpiresAt: true,
  ownerId: true,
  browserKeyHash: true,
} as const;

interface SummaryRow extends Omit<BounceSummary, "status" | "failure"> {
  readonly status: string;
  readonly failure: string | null;
}

const summaryOf = (row: SummaryRow): BounceSummary => ({
  id: row.id,
  status: BOUNCE_STATUSES.find(known => known === row.status) ?? "failed",
  createdAt: row.createdAt,
  finishedAt: row.finishedAt,
  senderDomain: row.senderDomain,
  recipientDomain: row.recipientDomain,
  senderScanId: row.senderScanId,
  recipientScanIds: row.recipientScanIds,
  cause: row.cause,
  failure: BOUNCE_FAILURES.find(known => known === row.failure) ?? null,
});
