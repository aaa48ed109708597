import type { Letter } from "#lib/scan/grade.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import type { Requester } from "./requester.ts";

/** The domains of a batch that are scanned because of its failures, each once. */

export interface BatchDomainName {
  readonly batchId: string;
  readonly domain: string;
}

/** How far one has come: judged is one whose finished scan has decided what it could. */
export type BatchDomainStatus = "waiting" | "scanned" | "judged" | "refused";

/** One of them, as the worker that takes it up needs it. */
export interface BatchDomain extends BatchDomainName {
  readonly status: BatchDomainStatus;
  readonly scanId: string | null;
  /** In whose name it is scanned. */
  readonly requester: Requester;
}

/** Notes domains that are to be scanned, behind those that are there, in this order; one that is there waits anew. */
export async function addBatchDomains(db: Db, batchId: string, domains: readonly string[]): Promise<void> {
  await prismaOf(db).$executeRaw`
    INSERT INTO batch_domains (batch_id, domain, place, status)
    SELECT ${batchId}, named.domain, behind.place + named.place, 'waiting'
    FROM unnest(${[...domains]}::text[]) WITH ORDINALITY AS named(domain, place),
      (SELECT COALESCE(max(place), 0) AS place FROM batch_domains WHERE batch_id = ${batchId}) AS behind
    ON CONFLICT (batch_id, domain) DO UPDATE SET status = 'waiting', scan_id = NULL`;
}

type HeldRow = Omit<BatchDomain, "requester"> & Requester;

/** One domain, held until the transaction ends, so that one worker at a time decides on it; null when it is gone. */
export async function holdBatchDomain(
  db: Db,
  { batchId, domain }: BatchDomainName,
): Promise<BatchDomain | null> {
  const [row] = await prismaOf(db).$queryRaw<readonly HeldRow[]>`
    SELECT named.batch_id AS "batchId", named.domain, named.status, named.scan_id AS "scanId",
      batch.owner_id AS "ownerId", batch.browser_key_hash AS "browserKeyHash"
    FROM batch_domains AS named JOIN batches AS batch ON batch.id = named.batch_id
    WHERE named.batch_id = ${batchId} AND named.domain = ${domain}
    FOR UPDATE OF named`;
  if (row === undefined) return null;
  const { ownerId, browserKeyHash, ...held } = row;
  return { ...held, requester: { ownerId, browserKeyHash } };
}

/** Notes how far a domain has come. One whose batch was deleted meanwhile is not missed. */
export async function moveBatchDomain(
  db: Db,
  { batchId, domain }: BatchDomainName,
  to: { readonly status: BatchDomainStatus; readonly scanId?: string },
): Promise<void> {
  await prismaOf(db).batchDomain.updateMany({ where: { batchId, domain }, data: to });
}

/** Domains whose scan is done and has not been held against the failures yet. */
export const domainsToJudge = (
  db: Db,
  batchId: string,
  limit: number,
): Promise<readonly { readonly domain: string; readonly scanId: string }[]> =>
  prismaOf(db).$queryRaw`
    SELECT named.domain, scan.id AS "scanId"
    FROM batch_domains AS named JOIN scans AS scan ON scan.id = named.scan_id
    WHERE named.batch_id = ${batchId} AND named.status = 'scanned' AND scan.status = 'done'
    ORDER BY named.place LIMIT ${limit}`;

/** A domain of a batch and how far its scan has come; refused is one that gets none. */
export interface ScanOfDomain {
  readonly domain: string;
  /** Null before there is a scan, and again when it was deleted. */
  readonly scanId: string | null;
  readonly status: "waiting" | "running" | "done" | "failed" | "refused" | "deleted";
  readonly grade: Letter | null;
}

/** The domains that were asked for, in that order. */
export const scansOfBatch = (db: Db, batchId: string): Promise<readonly ScanOfDomain[]> =>
  prismaOf(db).$queryRaw<ScanOfDomain[]>`
    SELECT named.domain, scan.id AS "scanId", scan.grade,
      CASE WHEN named.status IN ('waiting', 'refused') THEN named.status
        WHEN scan.id IS NULL THEN 'deleted'
        WHEN scan.status = 'pending' THEN 'waiting'
        ELSE scan.status END AS status
    FROM batch_domains AS named LEFT JOIN scans AS scan ON scan.id = named.scan_id
    WHERE named.batch_id = ${batchId} ORDER BY named.place`;
