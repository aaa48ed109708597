import { NO_HINTS } from "#lib/scan/define-probe.ts";
import { Client } from "pg";
import { openDatabase } from "#lib/db/database.ts";
import { applyMigrations } from "#lib/db/migrations.ts";
import { beginAttempt, finishAttempt } from "#lib/db/scan-execution.ts";
import { addScanRequest } from "#lib/db/scan-requests.ts";
import { insertScan } from "#lib/db/scans.ts";
import { openQueue, prepareQueues } from "#lib/jobs/boss.ts";
import { scanJob } from "#lib/jobs/definitions.ts";
import type { FinishedScan } from "#lib/scan/run-scan.ts";
import { scratchPostgres } from "#lib/start/postgres/scratch.ts";
import type { DomainName } from "#lib/values/domain-name.ts";
import { randomToken } from "#lib/values/random-token.ts";

/** Scans stored of each domain; all but the first found what the one before had found. */
const ROUNDS = 20;
/** Reports stored whole, to compare with. */
const WHOLE = 200;

export const TABLES = ["scans", "scan_requests", "stored_reports", "report_bases", "jobs"] as const;
export type TableName = (typeof TABLES)[number];

export interface StorageFigures {
  /** Octets that a row takes, its part of all indexes included. */
  readonly row: Readonly<Record<TableName, number>>;
  /** Octets that a report took as plain JSON, with its answers and findings in a table of their own. */
  readonly whole: number;
  /** To store, take up and finish one scan, without the scan itself. */
  readonly storeMs: number;
}

/** Stores many scans of few domains in an empty PostgreSQL, and weighs the tables. */
export async function measureStorage(results: readonly FinishedScan[]): Promise<StorageFigures> {
  const postgres = await scratchPostgres();
  const sql = new Client({ connectionString: postgres.url });
  try {
    await applyMigrations(postgres.url, "prisma/migrations");
    await prepareQueues(postgres.url);
    await sql.connect();
    const storeMs = await storeAll(postgres.url, results);
    return { row: await weighRows(sql), whole: await weighWhole(sql, results), storeMs };
  } finally {
    await sql.end();
    await postgres.dispose();
  }
}

async function storeAll(url: string, results: readonly FinishedScan[]): Promise<number> {
  const database = openDatabase(url);
  const queue = await openQueue(url, { role: "producer", onError: () => {} });
  const began = performance.now();
  let stored = 0;
  for (let round = 0; round < ROUNDS; round += 2) {
    for (const { report, transcript } of results) {
      const scanId = randomToken();
      const now = new Date();
      const place = { scanId, requester: { ownerId: null, browserKeyHash: randomToken() } };
      await database.transaction(async db => {
        await insertScan(db, {
          id: scanId,
          domain: report.domain as DomainName,
          unicode: null,
          joinKey: joinKeyOf(report.domain),
          hints: NO_HINTS,
          requestedAt: now,
          keepUntil: now,
        });
        await addScanRequest(db, { id: randomToken(), ...place, source: "monitor", requestedAt: now });
        await queue.enqueue(db, scanJob, { scanId });
      });
      const attempt = await database.transaction(db => beginAttempt(db, scanId, now));
      if (attempt === null) throw new Error("a stored scan can be taken up");
      await database.transaction(db => finishAttempt(db, attempt, { report, transcript, finishedAt: now }));
      stored += 1;
    }
  }
  const ms = (performance.now() - began) / stored;
  await queue.close();
  await database.close();
  return ms;
}

/** As long as the hash that it is in truth. */
const joinKeyOf = (domain: string): string => domain.padEnd(64, "0");

async function weighRows(sql: Client): Promise<Readonly<Record<TableName, number>>> {
  const weights: Partial<Record<TableName, number>> = {};
  for (const table of TABLES) {
    const name = table === "jobs" ? "pgboss.job_common" : table;
    await sql.query(`VACUUM FULL ${name}`);
    weights[table] = await octetsPerRow(sql, name);
  }
  const { scans = 0, scan_requests = 0, stored_reports = 0, report_bases = 0, jobs = 0 } = weights;
  return { scans, scan_requests, stored_reports, report_bases, jobs };
}

async function weighWhole(sql: Client, results: readonly FinishedScan[]): Promise<number> {
  await sql.query("CREATE TABLE whole (id text PRIMARY KEY, report json, transcript json)");
  await sql.query("TRUNCATE scans CASCADE");
  for (let n = 0; n < WHOLE; n += 1) {
    const { report, transcript } = results[n % results.length] ?? results[0] ?? raise();
    const id = randomToken();
    await sql.query("INSERT INTO whole VALUES ($1, $2, $3)", [
      id,
      JSON.stringify(report),
      JSON.stringify(transcript),
    ]);
    await sql.query(
      `INSERT INTO scans (id, domain, status, join_key, hints, requested_at) VALUES ($1, 'd', 'done', $1, '{}', now())`,
      [id],
    );
    await sql.query(
      `INSERT INTO scan_findings (scan_id, position, check_id, outcome, status, subject)
       SELECT $1, place - 1, f->>'check', f->>'outcome', f->>'status', f->>'subject'
       FROM json_array_elements($2::json) WITH ORDINALITY AS all_of_them(f, place)`,
      [id, JSON.stringify(report.findings)],
    );
  }
  const findings = await sql.query("SELECT pg_total_relation_size('scan_findings')::int AS size");
  return (await octetsPerRow(sql, "whole")) + findings.rows[0].size / WHOLE;
}

const raise = (): never => {
  throw new Error("there are results");
};

async function octetsPerRow(sql: Client, table: string): Promise<number> {
  const { rows } = await sql.query(
    `SELECT pg_total_relation_size('${table}')::float8 / (SELECT count(*) FROM ${table}) AS octets`,
  );
  return rows[0].octets;
}
