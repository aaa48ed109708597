import { listChanges, type MonitorChange } from "#lib/db/monitor-changes.ts";
import { findMonitor } from "#lib/db/monitors.ts";
import type { Direction } from "#lib/scan/changes/define-change.ts";
import { changeDirection, changeSentence } from "#lib/scan/changes/words.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { monitorNamed, noSuchMonitor } from "./owner.ts";
import { ListChangesInput, type Place } from "./schemas.ts";

/** What one look noticed, in words. */
export interface ToldChange extends Omit<MonitorChange, "changes"> {
  readonly changes: readonly ToldDifference[];
}

export interface ToldDifference {
  readonly check: string;
  readonly subject: string | null;
  readonly sentence: string;
  readonly direction: Direction;
  readonly fate: MonitorChange["changes"][number]["fate"];
}

export interface ChangePage {
  readonly changes: readonly ToldChange[];
  /** Hand it back as `after` for the next page; null on the last one. */
  readonly last: Place | null;
}

/**
 * What was noticed of a watched domain, the newest first, what was not confirmed too. Refuses with `not-found`,
 * also for the domains of others.
 */
export async function listMonitorChanges({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ListChangesInput;
}): Promise<ChangePage> {
  const name = monitorNamed(ctx, input.id, "monitors:read");
  const { after, limit } = readInput(ListChangesInput, input);
  const { db } = ctx.database;
  if ((await findMonitor(db, name)) === null) throw noSuchMonitor();
  const found = await listChanges(db, {
    monitorId: name.id,
    ...(after === undefined ? {} : { after: { noticedAt: after.at, id: after.id } }),
    limit: limit + 1,
  });
  const changes = found.slice(0, limit);
  const last = found.length > limit ? changes.at(-1) : undefined;
  return {
    changes: changes.map(inWords),
    last: last === undefined ? null : { at: last.noticedAt, id: last.id },
  };
}

const inWords = ({ changes, ...change }: MonitorChange): ToldChange => ({
  ...change,
  changes: changes.map(one => ({
    check: one.check,
    subject: one.subject,
    sentence: changeSentence(one),
    direction: changeDirection(one),
    fate: one.fate,
  })),
});
