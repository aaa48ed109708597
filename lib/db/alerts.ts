import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { jsonIn } from "./json.ts";

export interface NewAlert {
  readonly id: string;
  readonly ownerId: string;
  readonly monitorId: string;
  readonly domain: string;
  readonly kind: string;
  /** Two alerts with the same key are one. */
  readonly occasionKey: string;
  readonly content: object;
  readonly raisedAt: Date;
}

/** Stores an alert; false where the same was stored before. */
export async function insertAlert(db: Db, alert: NewAlert): Promise<boolean> {
  const { count } = await prismaOf(db).alert.createMany({
    data: [{ ...alert, content: jsonIn(alert.content) }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** Notes by which message an alert goes to a channel. */
export async function insertDelivery(
  db: Db,
  delivery: { alertId: string; channelId: string; messageId: string },
): Promise<void> {
  await prismaOf(db).alertDelivery.create({ data: delivery });
}

export interface StoredAlert {
  readonly id: string;
  readonly monitorId: string | null;
  readonly domain: string;
  readonly content: unknown;
  readonly raisedAt: Date;
}

/** What a message is about, the oldest first. */
export async function alertsOfMessage(db: Db, messageId: string): Promise<readonly StoredAlert[]> {
  return prismaOf(db).alert.findMany({
    where: { deliveries: { some: { messageId } } },
    orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
    select: STORED,
  });
}

/** The same, without domains that can be checked again by now or are not watched any more. */
export async function failingAlertsOfMessage(db: Db, messageId: string): Promise<readonly StoredAlert[]> {
  return prismaOf(db).alert.findMany({
    where: { deliveries: { some: { messageId } }, monitor: { failureToldAt: { not: null } } },
    orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
    select: STORED,
  });
}

export interface AlertWithDeliveries extends StoredAlert {
  readonly deliveries: readonly {
    readonly channelId: string;
    readonly channel: { readonly kind: string; readonly target: string };
    readonly message: {
      readonly kind: string;
      readonly nextAttemptAt: Date;
      readonly attempts: number;
      readonly sentAt: Date | null;
      readonly givenUpAt: Date | null;
      readonly lastError: string | null;
    } | null;
  }[];
}

/** The alerts of an account, the newest first, and how each went to where it was to go. */
export async function recentAlerts(
  db: Db,
  { ownerId, limit }: { ownerId: string; limit: number },
): Promise<readonly AlertWithDeliveries[]> {
  return prismaOf(db).alert.findMany({
    where: { ownerId },
    orderBy: [{ raisedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: {
      ...STORED,
      deliveries: {
        orderBy: { channelId: "asc" },
        select: {
          channelId: true,
          channel: { select: { kind: true, target: true } },
          message: {
            select: {
              kind: true,
              nextAttemptAt: true,
              attempts: true,
              sentAt: true,
              givenUpAt: true,
              lastError: true,
            },
          },
        },
      },
    },
  });
}

/** Between which moments a change must have happened: the last look before it, and the first after. */
export async function timesOfChange(
  db: Db,
  changeId: string,
): Promise<{ beforeScanId: string | null; lastSeenAt: Date | null; noticedAt: Date } | null> {
  const change = await prismaOf(db).monitorChange.findUnique({
    where: { id: changeId },
    select: { beforeScanId: true, noticedAt: true },
  });
  if (change === null) return null;
  const { beforeScanId, noticedAt } = change;
  const before =
    beforeScanId === null
      ? null
      : await prismaOf(db).scan.findUnique({ where: { id: beforeScanId }, select: { finishedAt: true } });
  return { beforeScanId, lastSeenAt: before?.finishedAt ?? null, noticedAt };
}

const STORED = { id: true, monitorId: true, domain: true, content: true, raisedAt: true } as const;
