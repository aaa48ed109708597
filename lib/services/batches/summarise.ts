import type { Fate } from "#lib/bounce/batch/batch-item.ts";
import { countFates } from "#lib/db/batch-addresses.ts";
import { type CauseGroup, batchCauses } from "#lib/db/batch-causes.ts";
import type { BatchDimension, BatchFilter } from "#lib/db/batch-filter.ts";
import {
  type BatchGroup,
  type BatchGroups,
  batchDays,
  countBatch,
  type DayCount,
  groupBatch,
} from "#lib/db/batch-groups.ts";
import { type RouteOfGroup, routesOfGroups } from "#lib/db/batch-routes.ts";
import type { ScanOfDomain } from "#lib/db/batch-domains.ts";
import type { Batch } from "#lib/db/batches.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { decideBatchRefusals } from "./decide-refusals.ts";
import { domainsOfBatch } from "./domains-of-batch.ts";
import { getBatch } from "./get.ts";
import { BatchQueryInput } from "./schemas.ts";

/** A batch counted from all sides, as far as the filter lets its failures through. */
export interface BatchOverview {
  readonly batch: Batch;
  readonly filter: BatchFilter;
  readonly matching: BatchGroup;
  readonly fates: Readonly<Partial<Record<Fate, number>>>;
  readonly causes: readonly CauseGroup[];
  readonly days: readonly DayCount[];
  readonly groups: Readonly<Record<GroupedBy, BatchGroups>>;
  /** What today's MX records said about directory refusals, and of which domains it is not known. */
  readonly routes: readonly RouteOfGroup[];
  /** Scans of its domains, how many more domains would be worth one, and for how many of these there is room. */
  readonly scans: readonly ScanOfDomain[];
  readonly unscanned: number;
  readonly room: number;
}

export const GROUPED_BY = ["domain", "provider", "code"] as const satisfies readonly BatchDimension[];
export type GroupedBy = (typeof GROUPED_BY)[number];

const SHOWN = 12;
const REPLIES = 3;

/** Counts the failures of a batch that has been read. Refuses with `not-found`. */
export async function summariseBatch({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: BatchQueryInput;
}): Promise<BatchOverview> {
  const { id, filter } = readInput(BatchQueryInput, input);
  const batch = await getBatch({ ctx, input: { id } });
  // Looked up before they are joined: what had ended here counts below.
  const { db } = ctx.database;
  const { scans, unscanned, room } = await domainsOfBatch(db, id);
  await decideBatchRefusals(ctx, batch);
  const group = (by: GroupedBy) => groupBatch(db, { batchId: id, by, filter, limit: SHOWN });
  const [matching, fates, causes, days, domain, provider, code, routes] = await Promise.all([
    countBatch(db, id, filter),
    countFates(db, id, filter),
    batchCauses(db, id, { filter, replies: REPLIES }),
    batchDays(db, id, filter),
    group("domain"),
    group("provider"),
    group("code"),
    routesOfGroups(db, id, filter),
  ]);
  return {
    batch,
    filter,
    matching,
    fates,
    causes,
    days,
    groups: { domain, provider, code },
    routes,
    scans,
    unscanned: unscanned.length,
    room,
  };
}

export type {
  Batch,
  BatchDimension,
  BatchFilter,
  BatchGroup,
  CauseGroup,
  DayCount,
  RouteOfGroup,
  ScanOfDomain,
};
