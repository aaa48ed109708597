import type { BatchItem, BatchItemDetail, RouteFinding } from "#lib/bounce/batch/batch-item.ts";
import type { Cause } from "#lib/bounce/vocabulary.ts";
import { type BatchFilter, matches } from "./batch-filter.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** Refusals of a batch that wait for what DNS says about their domain, and what it said. */

/** Undecided failures of one domain that look the same, so that one judgement holds for all of them. */
export interface AlikeRefusals {
  readonly provider: string | null;
  readonly replyCode: number | null;
  readonly event: BatchItemDetail["event"];
  readonly cause: Cause;
  readonly refusal: NonNullable<BatchItemDetail["refusal"]>;
  readonly items: readonly number[];
}

export const alikeRefusals = (db: Db, batchId: string, domain: string): Promise<readonly AlikeRefusals[]> =>
  prismaOf(db).$queryRaw<AlikeRefusals[]>`
    SELECT provider, reply_code AS "replyCode", report->>'event' AS event, cause,
      (report->'refusal')::text::jsonb AS refusal, array_agg(item) AS items
    FROM batch_items
    WHERE batch_id = ${batchId} AND recipient_domain = ${domain} AND fate = 'undecided'
    GROUP BY 1, 2, 3, 4, (report->'refusal')::text`;

/** Stores the judgement about failures that are still undecided. */
export async function decideRefusals(
  db: Db,
  batchId: string,
  items: readonly number[],
  judged: Pick<BatchItem, "cause" | "permanence" | "addressDead" | "fate"> & {
    readonly probability: number;
    readonly route: RouteFinding;
  },
): Promise<void> {
  const { cause, permanence, addressDead, fate, probability, route } = judged;
  const detail = JSON.stringify({ probability, route });
  await prismaOf(db).$executeRaw`
    UPDATE batch_items SET cause = ${cause}, permanence = ${permanence}, address_dead = ${addressDead},
      fate = ${fate}, report = (report::jsonb || ${detail}::jsonb)::json
    WHERE batch_id = ${batchId} AND item = ANY(${[...items]}::int[]) AND fate = 'undecided'`;
}

/** What DNS said about the failures of one domain that have one cause now; undecided ones have no finding. */
export interface RouteOfGroup {
  readonly cause: Cause;
  readonly domain: string;
  readonly failures: number;
  readonly route: RouteFinding | null;
}

/** Where today's MX record was asked about, or has yet to be: by cause and domain, most failures first. */
export const routesOfGroups = (
  db: Db,
  batchId: string,
  filter: BatchFilter,
): Promise<readonly RouteOfGroup[]> =>
  prismaOf(db).$queryRaw<RouteOfGroup[]>`
    SELECT cause, recipient_domain AS domain, count(*)::int AS failures, (report->'route')::text::jsonb AS route
    FROM batch_items
    WHERE ${matches(batchId, filter)} AND recipient_domain IS NOT NULL
      AND (fate = 'undecided' OR (report->'route') IS NOT NULL)
    GROUP BY 1, 2, (report->'route')::text ORDER BY failures DESC, domain`;
