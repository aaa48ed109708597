import {
  HISTORY_KINDS,
  type HistoryItem,
  type HistoryKind,
  listHistory as findHistory,
} from "#lib/db/history.ts";
import type { RequestSource } from "#lib/db/scan-requests.ts";
import { requesterOf } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { ListHistoryInput } from "./schemas.ts";

export type { HistoryItem } from "#lib/db/history.ts";

export interface HistoryPage {
  readonly items: readonly HistoryItem[];
  /** Hand it back as `before` for the next page; null on the last one. */
  readonly next: string | null;
}

/** What this actor asked for, newest first. Refuses with `invalid`. */
export async function listHistory({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: ListHistoryInput;
}): Promise<HistoryPage> {
  const { search, filter, before, limit } = readInput(ListHistoryInput, input);
  const found = await findHistory(ctx.database.db, {
    requester: requesterOf(ctx.actor),
    kinds: KINDS[filter],
    withoutSources: WITHOUT[filter],
    search,
    before: before ?? null,
    limit: limit + 1,
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return { items, next: hasMore ? `${last.at.getTime()}.${last.id}` : null };
}

type Filter = NonNullable<ListHistoryInput["filter"]>;

const KINDS: Readonly<Record<Filter, readonly HistoryKind[]>> = {
  all: HISTORY_KINDS,
  scan: ["scan"],
  bounce: ["bounce"],
  batch: ["batch"],
  scheduled: ["scan"],
};

/** Beside a bounce, the scans that it asked for would be noise; what a schedule asked for would bury the rest. */
const WITHOUT: Readonly<Record<Filter, readonly RequestSource[]>> = {
  all: ["bounce", "monitor"],
  scan: ["monitor"],
  bounce: [],
  batch: [],
  scheduled: [],
};
