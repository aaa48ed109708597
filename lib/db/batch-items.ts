import type { BatchItem, BatchItemDetail, Fate } from "#lib/bounce/batch/batch-item.ts";
import type { Cause } from "#lib/bounce/vocabulary.ts";
import { type BatchFilter, matches } from "./batch-filter.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** One failure as a list shows it. */
export interface BatchRow extends Pick<BatchItem, "item" | "recipient" | "recipientDomain" | "provider"> {
  readonly cause: Cause;
  readonly replyCode: number | null;
  readonly enhancedStatus: string | null;
  readonly happenedAt: Date | null;
  readonly fate: Fate;
  readonly detail: BatchItemDetail;
}

/** Failures that the filter lets through, in the order of the input, from the given place on. */
export const batchRows = (
  db: Db,
  { batchId, filter, after, limit }: { batchId: string; filter: BatchFilter; after: number; limit: number },
): Promise<readonly BatchRow[]> =>
  prismaOf(db).$queryRaw<BatchRow[]>`
    SELECT item, recipient, recipient_domain AS "recipientDomain", provider, cause, reply_code AS "replyCode",
      enhanced_status AS "enhancedStatus", happened_at AS "happenedAt", fate, report AS detail
    FROM batch_items WHERE ${matches(batchId, filter)} AND item > ${after}
    ORDER BY item LIMIT ${limit}`;
