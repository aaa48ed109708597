import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** Waits for, and until the end of the transaction holds, the lock of that name. */
export async function lockForTransaction(db: Db, name: string): Promise<void> {
  await prismaOf(db).$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))::text`;
}
