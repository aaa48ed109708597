import { countWorkers } from "#lib/db/worker-heartbeats.ts";
import type { ServiceContext } from "../context.ts";
import { toServiceError } from "../service-error.ts";

export interface HouseHealth {
  readonly ok: boolean;
  readonly database: boolean;
  readonly queue: boolean;
  /** Workers heard of within the last half minute. */
  readonly workers: number;
}

const ALIVE_SECONDS = 30;

/** Whether a scan that is asked for now would be carried out. Never throws for a part that is down. */
export async function checkHealth({ ctx }: { ctx: ServiceContext }): Promise<HouseHealth> {
  try {
    const workers = await countWorkers(ctx.database.db, ALIVE_SECONDS);
    await ctx.queue.ready();
    return { ok: workers > 0, database: true, queue: true, workers };
  } catch (error) {
    if (toServiceError(error)?.code !== "unavailable") throw error;
    return { ok: false, database: false, queue: false, workers: 0 };
  }
}
