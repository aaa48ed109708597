import type { Cause } from "#lib/bounce/vocabulary.ts";
import { Prisma } from "./generated/client.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** A domain of a batch that a scan may say something about. */
export interface DomainToScan {
  readonly domain: string;
  readonly failures: number;
}

export interface DomainsQuery {
  readonly batchId: string;
  /** Whose domains: those that were written to, or those that mail was sent from. */
  readonly side: "recipient" | "sender";
  /** Only failures with one of these causes or rules. */
  readonly causes: readonly Cause[];
  readonly rules: readonly string[];
  readonly limit: number;
}

/** The domains of certain failures: first those that decide what becomes of addresses, then those with most of them. */
export const domainsOfBatch = (db: Db, query: DomainsQuery): Promise<readonly DomainToScan[]> => {
  const domain =
    query.side === "recipient" ? Prisma.sql`recipient_domain` : Prisma.sql`report->>'senderDomain'`;
  return prismaOf(db).$queryRaw<DomainToScan[]>`
    SELECT ${domain} AS domain, count(*)::int AS failures FROM batch_items
    WHERE batch_id = ${query.batchId} AND ${domain} IS NOT NULL
      AND (cause = ANY(${[...query.causes]}::text[]) OR report->>'rule' = ANY(${[...query.rules]}::text[]))
    GROUP BY 1 ORDER BY bool_or(fate = 'undecided') DESC, 2 DESC, 1 LIMIT ${query.limit}`;
};
