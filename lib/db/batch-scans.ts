import type { Cause } from "#lib/bounce/vocabulary.ts";
import type { Letter } from "#lib/scan/grade.ts";
import { Prisma } from "./generated/client.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import type { Requester } from "./requester.ts";
import type { ScanStatus } from "./scans.ts";

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

/** The newest scan of a domain that a requester asked for. */
export interface ScanOfDomain {
  readonly domain: string;
  readonly id: string;
  readonly status: ScanStatus;
  readonly grade: Letter | null;
}

/** The newest scan of each of these domains since that moment, as far as this requester asked for one. */
export async function scansOfDomains(
  db: Db,
  query: { domains: readonly string[]; requester: Requester; since: Date },
): Promise<readonly ScanOfDomain[]> {
  const { domains, since } = query;
  const { ownerId, browserKeyHash } = query.requester;
  if (domains.length === 0) return [];
  return prismaOf(db).$queryRaw<ScanOfDomain[]>`
    SELECT DISTINCT ON (s.domain) s.domain, s.id, s.status, s.grade
    FROM scans AS s JOIN scan_requests AS own ON own.scan_id = s.id
    WHERE s.domain = ANY(${[...domains]}::text[]) AND own.requested_at >= ${since}
      AND (own.owner_id = ${ownerId} OR own.browser_key_hash = ${browserKeyHash})
    ORDER BY s.domain, own.requested_at DESC`;
}
