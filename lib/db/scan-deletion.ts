import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** Deletes scans with all that hangs on them, and the bases that no other report needs. Call it in a transaction. */
export async function deleteScans(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const prisma = prismaOf(db);
  const scanIds = [...ids];
  // A worker that stores a report holds its scan first and then the base: in the same order here, and waited for.
  await prisma.$queryRaw`SELECT id FROM scans WHERE id = ANY(${scanIds}::text[]) ORDER BY id FOR UPDATE`;
  const held = await prisma.$queryRaw<readonly { readonly id: string }[]>`
    SELECT id FROM report_bases
    WHERE id IN (SELECT base_id FROM stored_reports WHERE scan_id = ANY(${scanIds}::text[]))
    ORDER BY id FOR UPDATE`;
  await prisma.scan.deleteMany({ where: { id: { in: scanIds } } });
  await prisma.reportBase.deleteMany({
    where: { id: { in: held.map(({ id }) => id) }, reports: { none: {} } },
  });
}
