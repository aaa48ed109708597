import type { Monitor } from "#lib/db/monitors.ts";
import { lastConfirmed, type PastLook, pastLooks } from "#lib/db/watched-overview.ts";
import { changeSentence } from "#lib/scan/changes/words.ts";
import type { ServiceContext } from "../context.ts";
import { listMonitors } from "./list.ts";
import { monitorOwner } from "./owner.ts";
import { MOST_WATCHED } from "./policy.ts";

/** One watched domain as a list shows it. */
export interface WatchedDomain {
  readonly monitor: Monitor;
  /** Finished looks, the oldest first. */
  readonly looks: readonly PastLook[];
  /** The last change that was confirmed; null where there is none. */
  readonly lastChange: { readonly sentence: string; readonly more: number; readonly at: Date } | null;
}

const LOOKS_SHOWN = 7;

/** Every watched domain of the account that asks with what happened last, the last added first. */
export async function watchedOverview({ ctx }: { ctx: ServiceContext }): Promise<readonly WatchedDomain[]> {
  const ownerId = monitorOwner(ctx, "monitors:read");
  const { monitors } = await listMonitors({ ctx, input: { limit: MOST_WATCHED } });
  if (monitors.length === 0) return [];
  const { db } = ctx.database;
  const domains = monitors.map(({ domain }) => domain);
  const looks = Map.groupBy(
    await pastLooks(db, { ownerId, domains, each: LOOKS_SHOWN }),
    ({ domain }) => domain,
  );
  const confirmed = await lastConfirmed(
    db,
    monitors.map(({ id }) => id),
  );
  const changes = new Map(confirmed.map(change => [change.monitorId, change]));
  return monitors.map(monitor => ({
    monitor,
    looks: looks.get(monitor.domain) ?? [],
    lastChange: inWords(changes.get(monitor.id)),
  }));
}

function inWords(change: Awaited<ReturnType<typeof lastConfirmed>>[number] | undefined) {
  const told = change?.changes.filter(({ fate }) => fate === "confirmed") ?? [];
  const [first] = told;
  if (first === undefined || change === undefined || change.confirmedAt === null) return null;
  return { sentence: changeSentence(first), more: told.length - 1, at: change.confirmedAt };
}
