import { editMonitor, findMonitor, type Monitor, type MonitorEdit } from "#lib/db/monitors.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { about } from "./jitter.ts";
import { monitorNamed, noSuchMonitor } from "./owner.ts";
import { ChangeMonitorInput } from "./schemas.ts";

/**
 * Changes how often a domain is looked at, pauses the watch or resumes it; what is not named stays. After a pause
 * the first look is due at once. Refuses with `not-found` or `invalid`.
 */
export async function changeMonitor({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ChangeMonitorInput;
}): Promise<Monitor> {
  const name = monitorNamed(ctx, input.id, "monitors:write");
  const { intervalSeconds, paused } = readInput(ChangeMonitorInput, input);
  return ctx.database.transaction(async db => {
    const before = await findMonitor(db, name);
    if (before === null) throw noSuchMonitor();
    await editMonitor(db, name, {
      ...intervalEdit(ctx, before, intervalSeconds),
      ...pauseEdit(ctx, before, paused),
    });
    return (await findMonitor(db, name)) ?? before;
  });
}

/** A shorter interval holds from now on, a longer one from the next look. */
function intervalEdit(ctx: ServiceContext, before: Monitor, seconds: number | undefined): MonitorEdit {
  if (seconds === undefined || seconds === before.intervalSeconds) return {};
  const next = about(ctx, seconds * 1_000);
  return { intervalSeconds: seconds, ...(next < before.nextRunAt ? { nextRunAt: next } : {}) };
}

function pauseEdit(ctx: ServiceContext, before: Monitor, paused: boolean | undefined): MonitorEdit {
  if (paused === undefined || paused === (before.pausedAt !== null)) return {};
  const now = ctx.clock.now();
  return paused ? { pausedAt: now } : { pausedAt: null, nextRunAt: now };
}
