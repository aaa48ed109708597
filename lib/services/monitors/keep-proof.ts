import type { MonitorRun } from "#lib/db/monitor-runs.ts";
import { editMonitor, findMonitor } from "#lib/db/monitors.ts";
import { DAY_MS } from "#lib/values/duration.ts";
import type { ServiceContext } from "../context.ts";
import { lookForProof } from "./proof.ts";
import { proofEdit } from "./prove.ts";

/** How long a proof is believed without looking: domains change hands. */
const BELIEVED_MS = 30 * DAY_MS;

/** Looks for the record again once a proof has grown old. A lookup that fails changes nothing. For workers only. */
export async function keepProof({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: Pick<MonitorRun, "monitorId" | "ownerId">;
}): Promise<void> {
  const name = { id: input.monitorId, ownerId: input.ownerId };
  const { db } = ctx.database;
  const monitor = await findMonitor(db, name);
  const seenAt = monitor?.proof.seenAt ?? null;
  if (monitor === null || monitor.proof.provenAt === null || seenAt === null) return;
  if (ctx.clock.now().getTime() - seenAt.getTime() < BELIEVED_MS) return;
  const answer = await lookForProof(ctx, { domain: monitor.domain, value: monitor.proof.value });
  await editMonitor(db, name, proofEdit(ctx, monitor, answer));
}
