import type { Fate } from "#lib/bounce/batch/batch-item.ts";
import type { Cause } from "#lib/bounce/vocabulary.ts";
import { type BatchFilter, matches } from "./batch-filter.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** The failures of a batch that have one cause, and what they have in common; null where that is more than one thing. */
export interface CauseGroup {
  readonly cause: Cause;
  readonly failures: number;
  readonly addresses: number;
  readonly domains: number;
  /** Failures among them by what they mean for their address. */
  readonly fates: Readonly<Record<Fate, number>>;
  readonly provider: string | null;
  readonly senderDomain: string | null;
  readonly sendingIp: string | null;
  readonly replies: readonly UsualReply[];
}

/** What servers said, told once for each rule that understood it. */
export interface UsualReply {
  readonly rule: string | null;
  readonly provider: string | null;
  readonly failures: number;
  readonly reply: string | null;
}

/** Causes by the number of their failures, each with its most usual replies. */
export async function batchCauses(
  db: Db,
  batchId: string,
  { filter, replies }: { filter: BatchFilter; replies: number },
): Promise<readonly CauseGroup[]> {
  const [groups, said] = await Promise.all([
    commonGround(db, batchId, filter),
    usualReplies(db, batchId, filter),
  ]);
  return groups.map(group => ({
    ...group,
    replies: said
      .filter(({ cause }) => cause === group.cause)
      .slice(0, replies)
      .map(({ rule, provider, failures, reply }) => ({ rule, provider, failures, reply })),
  }));
}

const commonGround = (db: Db, batchId: string, filter: BatchFilter) =>
  prismaOf(db).$queryRaw<Omit<CauseGroup, "replies">[]>`
    SELECT cause, count(*)::int AS failures, count(DISTINCT lower(recipient) COLLATE "C")::int AS addresses,
      count(DISTINCT recipient_domain)::int AS domains,
      json_build_object(
        'remove', count(*) FILTER (WHERE fate = 'remove'),
        'undecided', count(*) FILTER (WHERE fate = 'undecided'), 'ask', count(*) FILTER (WHERE fate = 'ask'),
        'repair', count(*) FILTER (WHERE fate = 'repair'), 'retry', count(*) FILTER (WHERE fate = 'retry'),
        'reached', count(*) FILTER (WHERE fate = 'reached')) AS fates,
      CASE WHEN count(DISTINCT coalesce(provider, '')) = 1 THEN min(provider) END AS provider,
      CASE WHEN count(DISTINCT report->>'senderDomain') = 1 THEN min(report->>'senderDomain') END AS "senderDomain",
      CASE WHEN count(DISTINCT report->>'sendingIp') = 1 THEN min(report->>'sendingIp') END AS "sendingIp"
    FROM batch_items WHERE ${matches(batchId, filter)}
    GROUP BY cause ORDER BY failures DESC, cause`;

const usualReplies = (db: Db, batchId: string, filter: BatchFilter) =>
  prismaOf(db).$queryRaw<(UsualReply & { cause: string })[]>`
    SELECT cause, report->>'rule' AS rule, mode() WITHIN GROUP (ORDER BY provider) AS provider,
      count(*)::int AS failures, (array_agg(report->>'reply' ORDER BY item))[1] AS reply
    FROM batch_items WHERE ${matches(batchId, filter)}
    GROUP BY cause, report->>'rule' ORDER BY failures DESC, 2`;
