import type { BatchItemDetail, Fate } from "#lib/bounce/batch/batch-item.ts";
import type { Cause } from "#lib/bounce/vocabulary.ts";
import { type BatchFilter, matches } from "./batch-filter.ts";
import { Prisma } from "./generated/client.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** One address of a batch with all its failures taken together. */
export interface BatchAddress {
  /** The address in lower case, by which they are ordered. */
  readonly key: string;
  readonly address: string;
  readonly fate: Fate;
  readonly failures: number;
  readonly first: Date | null;
  readonly last: Date | null;
  /** Of the failure that decided. */
  readonly cause: Cause;
  readonly provider: string | null;
  readonly replyCode: number | null;
  readonly enhancedStatus: string | null;
  readonly detail: BatchItemDetail;
}

/**
 * An address that is dead once stays so (one to which mail got through later is marked on its items); otherwise its
 * latest failure decides.
 */
const FATE = Prisma.sql`
  CASE WHEN bool_or(fate = 'remove') THEN 'remove' ELSE (array_agg(fate ORDER BY item DESC))[1] END`;

/** How many addresses have which fate, of those with a failure that the filter lets through. */
export async function countFates(
  db: Db,
  batchId: string,
  filter: BatchFilter,
): Promise<Readonly<Partial<Record<Fate, number>>>> {
  const rows = await prismaOf(db).$queryRaw<{ fate: Fate; addresses: number }[]>`
    SELECT fate, count(*)::int AS addresses FROM (
      SELECT ${FATE} AS fate FROM batch_items
      WHERE batch_id = ${batchId} AND recipient IS NOT NULL
      GROUP BY lower(recipient) COLLATE "C" HAVING bool_or(${matches(batchId, filter)})
    ) AS by_address GROUP BY fate`;
  return Object.fromEntries(rows.map(({ fate, addresses }) => [fate, addresses]));
}

export interface AddressesQuery {
  readonly batchId: string;
  readonly filter: BatchFilter;
  readonly fates: readonly Fate[];
}

const PAGE = 2_000;

/** The addresses with one of these fates in the order of the alphabet, some thousand at a time. */
export async function* batchAddresses(
  db: Db,
  query: AddressesQuery,
): AsyncGenerator<readonly BatchAddress[], void, void> {
  let after = "";
  for (;;) {
    const page = await addressesAfter(db, query, after);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page.filter(({ fate }) => query.fates.includes(fate));
    after = last.key;
  }
}

const addressesAfter = (db: Db, { batchId, filter }: AddressesQuery, after: string) =>
  prismaOf(db).$queryRaw<BatchAddress[]>`
    SELECT one.*, decisive.recipient AS address, decisive.cause, decisive.provider,
      decisive.reply_code AS "replyCode", decisive.enhanced_status AS "enhancedStatus", decisive.report AS detail
    FROM (
      SELECT lower(recipient) COLLATE "C" AS key, ${FATE} AS fate, count(*)::int AS failures,
        min(happened_at) AS first, max(happened_at) AS last,
        (array_agg(item ORDER BY (fate = 'remove') DESC, item DESC))[1] AS item
      FROM batch_items
      WHERE batch_id = ${batchId} AND lower(recipient) COLLATE "C" > ${after}
      GROUP BY 1 HAVING bool_or(${matches(batchId, filter)})
      ORDER BY 1 LIMIT ${PAGE}
    ) AS one JOIN batch_items AS decisive ON decisive.batch_id = ${batchId} AND decisive.item = one.item
    ORDER BY one.key`;
