import type { Letter } from "#lib/scan/grade.ts";
import type { MonitorChange, NoticedChange } from "./monitor-changes.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** One finished look at a domain. */
export interface PastLook {
  readonly domain: string;
  readonly id: string;
  readonly grade: Letter | null;
  readonly at: Date;
}

/** The last finished scans of each domain that an account asked for, the oldest first. */
export async function pastLooks(
  db: Db,
  { ownerId, domains, each }: { ownerId: string; domains: readonly string[]; each: number },
): Promise<readonly PastLook[]> {
  const rows = await prismaOf(db).$queryRaw<PastLook[]>`
    SELECT name AS domain, look.id, look.grade, look.at
    FROM unnest(${[...domains]}::text[]) AS name CROSS JOIN LATERAL (
      SELECT s.id, s.grade, coalesce(s.started_at, s.requested_at) AS at FROM scans AS s
      WHERE s.domain = name AND s.status = 'done'
        AND EXISTS (SELECT FROM scan_requests AS r WHERE r.scan_id = s.id AND r.owner_id = ${ownerId})
      ORDER BY s.requested_at DESC LIMIT ${each}
    ) AS look ORDER BY look.at`;
  return rows;
}

/** The last confirmed change of each watched domain that has one. */
export async function lastConfirmed(
  db: Db,
  monitorIds: readonly string[],
): Promise<readonly Pick<MonitorChange, "monitorId" | "confirmedAt" | "changes">[]> {
  const rows = await prismaOf(db).monitorChange.findMany({
    where: { monitorId: { in: [...monitorIds] }, confirmedAt: { not: null } },
    distinct: ["monitorId"],
    orderBy: [{ monitorId: "asc" }, { noticedAt: "desc" }],
    select: { monitorId: true, confirmedAt: true, changes: true },
  });
  // Only lib/db/monitor-changes.ts writes this column.
  return rows.map(row => ({ ...row, changes: row.changes as unknown as readonly NoticedChange[] }));
}
