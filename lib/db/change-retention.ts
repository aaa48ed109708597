import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

interface Lot {
  readonly before: Date;
  readonly limit: number;
}

/** Deletes changes that were noticed before that moment, at most so many; answers how many. */
export async function forgetChanges(db: Db, { before, limit }: Lot): Promise<number> {
  const { count } = await prismaOf(db).monitorChange.deleteMany({
    where: { noticedAt: { lt: before } },
    limit,
  });
  return count;
}

/** Deletes alerts that were raised before that moment, with their deliveries, at most so many; answers how many. */
export async function forgetAlerts(db: Db, { before, limit }: Lot): Promise<number> {
  const { count } = await prismaOf(db).alert.deleteMany({ where: { raisedAt: { lt: before } }, limit });
  return count;
}
