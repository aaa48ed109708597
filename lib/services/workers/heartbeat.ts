import { beat, forgetWorker } from "#lib/db/worker-heartbeats.ts";
import type { ServiceContext } from "../context.ts";

/** Says that a worker is alive. For workers only: they are the only ones with a name to tell. */
export const workerIsAlive = ({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly id: string; readonly host: string };
}): Promise<void> => beat(ctx.database.db, input);

/** Says that a worker ends in an orderly way. */
export const workerEnds = ({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly id: string };
}): Promise<void> => forgetWorker(ctx.database.db, input.id);
