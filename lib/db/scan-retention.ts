import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { deleteScans } from "./scan-deletion.ts";

export interface ScanReview {
  readonly now: Date;
  /** A scan that an account asked for itself stays so many days. */
  readonly accountDays: number;
  /** The last finished one of each day (UTC) of a watched domain stays so many days. */
  readonly dailyDays: number;
  /** When to look again at one that is too old but that somebody refers to. */
  readonly lookAgainAt: Date;
  readonly limit: number;
}

/**
 * Looks at scans whose time has come, those that have waited longest first: deletes those that nobody needs, and
 * notes for the others when to look again. Answers how many it looked at. Call it in a transaction.
 */
export async function reviewScans(db: Db, review: ScanReview): Promise<number> {
  const { now, accountDays, dailyDays, lookAgainAt, limit } = review;
  const prisma = prismaOf(db);
  // Held first and judged by another statement: it sees what has referred to them until now, and nobody can any more.
  const due = await prisma.$queryRaw<readonly { readonly id: string }[]>`
    SELECT id FROM scans WHERE keep_until <= ${now}::timestamptz
    ORDER BY keep_until LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
  const ids = due.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const kept = await prisma.$queryRaw<readonly { readonly id: string }[]>`
    UPDATE scans SET keep_until = judged.keep_until
    FROM (
      SELECT s.id, GREATEST(
        CASE WHEN EXISTS (
          SELECT FROM scan_requests AS r
          WHERE r.scan_id = s.id AND r.owner_id IS NOT NULL AND r.source <> 'monitor'
        ) THEN s.requested_at + make_interval(days => ${accountDays}::int) END,
        CASE WHEN s.status = 'done' AND EXISTS (
          SELECT FROM scan_requests AS r WHERE r.scan_id = s.id AND r.source = 'monitor'
        ) AND NOT EXISTS (
          SELECT FROM scans AS later
          WHERE later.join_key = s.join_key AND later.status = 'done' AND later.requested_at > s.requested_at
            AND later.requested_at < (date_trunc('day', s.requested_at AT TIME ZONE 'UTC') + interval '1 day')
              AT TIME ZONE 'UTC'
        ) THEN s.requested_at + make_interval(days => ${dailyDays}::int) END,
        CASE WHEN EXISTS (
            SELECT FROM share_links AS l
            WHERE l.scan_id = s.id AND l.revoked_at IS NULL AND l.expires_at > ${now}::timestamptz)
          OR EXISTS (SELECT FROM monitors AS m WHERE m.last_scan_id = s.id)
          OR EXISTS (SELECT FROM monitors AS m WHERE m.run_scan_id = s.id)
          OR EXISTS (SELECT FROM monitor_changes AS c WHERE c.before_scan_id = s.id)
          OR EXISTS (SELECT FROM monitor_changes AS c WHERE c.after_scan_id = s.id)
          OR EXISTS (SELECT FROM monitor_changes AS c WHERE c.final_scan_id = s.id)
          OR EXISTS (SELECT FROM bounces AS b WHERE b.sender_scan_id = s.id)
          OR EXISTS (SELECT FROM bounces AS b WHERE b.recipient_scan_ids @> ARRAY[s.id])
        THEN ${lookAgainAt}::timestamptz END
      ) AS keep_until
      FROM scans AS s WHERE s.id = ANY(${ids}::text[])
    ) AS judged
    WHERE scans.id = judged.id AND judged.keep_until > ${now}::timestamptz
    RETURNING scans.id`;
  const needed = new Set(kept.map(({ id }) => id));
  await deleteScans(
    db,
    ids.filter(id => !needed.has(id)),
  );
  return ids.length;
}
