import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** Deletes scans with all that hangs on them, and the bases that no other report needs. Call it in a transaction. */
export async function deleteScans(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const prisma = prismaOf(db);
  const scanIds = [...ids];
  // Held before it is asked who needs them: whoever is storing a report against one of them is waited for.
  const held = await prisma.$queryRaw<readonly { readonly id: string }[]>`
    SELECT id FROM report_bases
    WHERE id IN (SELECT base_id FROM stored_reports WHERE scan_id = ANY(${scanIds}::text[]))
    ORDER BY id FOR UPDATE`;
  await prisma.scan.deleteMany({ where: { id: { in: scanIds } } });
  await prisma.reportBase.deleteMany({
    where: { id: { in: held.map(({ id }) => id) }, reports: { none: {} } },
  });
}
