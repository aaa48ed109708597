import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/**
 * Alerts that leave together. Counting and closing change the row of the channel, and so wait for each other: an
 * alert either joins before the message is composed, or finds the window closed and opens the next one.
 */

/** Counts one more alert of this hour; an hour begins with the first alert after the one before is over. */
export async function countInHour(
  db: Db,
  { channelId, now, hourMs }: { channelId: string; now: Date; hourMs: number },
): Promise<{ readonly startedAt: Date; readonly count: number }> {
  const over = new Date(now.getTime() - hourMs);
  const [row] = await prismaOf(db).$queryRaw<readonly { startedAt: Date; count: number }[]>`
    UPDATE alert_channels
    SET hour_alerts = CASE WHEN hour_started_at > ${over} THEN hour_alerts + 1 ELSE 1 END,
      hour_started_at = CASE WHEN hour_started_at > ${over} THEN hour_started_at ELSE ${now} END
    WHERE id = ${channelId}
    RETURNING hour_started_at AS "startedAt", hour_alerts AS count`;
  return row ?? { startedAt: now, count: 1 };
}

/** Ends an hour, where it has not ended: nothing joins its digest any more. */
export async function closeHour(
  db: Db,
  { channelId, startedAt }: { channelId: string; startedAt: Date },
): Promise<void> {
  await prismaOf(db).$executeRaw`
    UPDATE alert_channels SET hour_started_at = NULL
    WHERE id = ${channelId} AND hour_started_at = ${startedAt}`;
}

export interface NoticeTimes {
  readonly channelId: string;
  readonly now: Date;
  /** How long a notice waits for others to join. */
  readonly gatherMs: number;
  /** The least time between two notices. */
  readonly quietMs: number;
}

/** When the notice is due that one more domain joins: the open one, as long as it has not left, or the next. */
export async function joinNotice(db: Db, { channelId, now, gatherMs, quietMs }: NoticeTimes): Promise<Date> {
  const gathered = new Date(now.getTime() + gatherMs);
  const quiet = `${quietMs} milliseconds`;
  const [row] = await prismaOf(db).$queryRaw<readonly { dueAt: Date }[]>`
    UPDATE alert_channels
    SET notice_open = true,
      notice_due_at = CASE WHEN notice_open AND notice_due_at > ${now} THEN notice_due_at
        ELSE greatest(${gathered}, notice_due_at + ${quiet}::interval) END
    WHERE id = ${channelId}
    RETURNING notice_due_at AS "dueAt"`;
  return row?.dueAt ?? gathered;
}

/** Closes a notice: nothing joins it any more. */
export async function closeNotice(
  db: Db,
  { channelId, dueAt }: { channelId: string; dueAt: Date },
): Promise<void> {
  await prismaOf(db).$executeRaw`
    UPDATE alert_channels SET notice_open = false WHERE id = ${channelId} AND notice_due_at = ${dueAt}`;
}
