import type { RunningMonitor } from "#lib/db/monitor-runs.ts";
import type { ServiceContext } from "../context.ts";
import { soonAfter } from "./jitter.ts";

/** Runs in a row that may be brought forward: what changes with every look is not looked at all the time. */
const MOST_HURRIED = 4;

/**
 * When the next run is due, given when the changes that wait for confirmation were noticed: as soon as it can
 * confirm one, else when it would have been.
 */
export function confirmationDue(
  ctx: ServiceContext,
  { nextRunAt, hurriedRuns }: Pick<RunningMonitor, "nextRunAt" | "hurriedRuns">,
  noticedAt: readonly Date[],
): { readonly nextRunAt: Date; readonly hurriedRuns: number } {
  const { confirmAfterMs } = ctx.watch;
  if (noticedAt.length === 0 || hurriedRuns >= MOST_HURRIED) return { nextRunAt, hurriedRuns: 0 };
  const now = ctx.clock.now().getTime();
  const first = Math.min(...noticedAt.map(moment => moment.getTime() + confirmAfterMs));
  // What could have been decided now and was not waits as long again.
  const due = soonAfter(ctx, new Date(first > now ? first : now + confirmAfterMs), confirmAfterMs);
  return due < nextRunAt ? { nextRunAt: due, hurriedRuns: hurriedRuns + 1 } : { nextRunAt, hurriedRuns: 0 };
}

/** Pauses after a run that could not check anything, by the time after which a change can be confirmed. */
const RETRY_PAUSES = 3;

/** When a run that could not check anything is tried again, if that is before the next one. */
export function retryDue(ctx: ServiceContext, { nextRunAt }: Pick<RunningMonitor, "nextRunAt">): Date {
  const pauseMs = ctx.watch.confirmAfterMs * RETRY_PAUSES;
  const due = soonAfter(ctx, new Date(ctx.clock.now().getTime() + pauseMs), pauseMs);
  return due < nextRunAt ? due : nextRunAt;
}
