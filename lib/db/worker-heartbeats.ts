import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** Notes that this worker is alive, by the clock of the database: machines may disagree about the time. */
export async function beat(db: Db, { id, host }: { id: string; host: string }): Promise<void> {
  await prismaOf(db).$executeRaw`
    INSERT INTO worker_heartbeats (id, host, started_at, seen_at) VALUES (${id}, ${host}, now(), now())
    ON CONFLICT (id) DO UPDATE SET seen_at = now()`;
}

/** Forgets a worker that ends. */
export async function forgetWorker(db: Db, id: string): Promise<void> {
  await prismaOf(db).workerHeartbeat.deleteMany({ where: { id } });
}

/** Forgets workers that have not been heard of for an hour, at most so many; answers how many. */
export const forgetSilentWorkers = (db: Db, limit: number): Promise<number> =>
  prismaOf(db).$executeRaw`
    DELETE FROM worker_heartbeats WHERE id IN (
      SELECT id FROM worker_heartbeats WHERE seen_at < now() - interval '1 hour' LIMIT ${limit})`;

/** How many workers were alive within the last seconds. */
export async function countWorkers(db: Db, seconds: number): Promise<number> {
  const rows = await prismaOf(db).$queryRaw<readonly { count: number }[]>`
    SELECT count(*)::int AS count FROM worker_heartbeats
    WHERE seen_at > now() - make_interval(secs => ${seconds}::double precision)`;
  return rows[0]?.count ?? 0;
}
