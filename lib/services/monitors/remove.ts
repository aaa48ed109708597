import { deleteMonitor } from "#lib/db/monitors.ts";
import type { ServiceContext } from "../context.ts";
import { monitorNamed, noSuchMonitor } from "./owner.ts";
import type { MonitorIdInput } from "./schemas.ts";

/**
 * Ends the watch over a domain, with everything that was noticed; its scans stay in the history. Refuses with
 * `not-found`.
 */
export async function removeMonitor({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: MonitorIdInput;
}): Promise<void> {
  const name = monitorNamed(ctx, input.id, "monitors:write");
  if (!(await deleteMonitor(ctx.database.db, name))) throw noSuchMonitor();
}
