import { Client } from "pg";
import { type NameServer, startNameServer } from "#lib/dns/name-server/start-name-server.ts";
import { parseServers } from "#lib/dns/system-servers.ts";
import { createScanner } from "#lib/engine/create-scanner.ts";
import { createTextLookup } from "#lib/engine/create-text-lookup.ts";
import { addMonitor } from "#lib/services/monitors/add.ts";
import { executeRun } from "#lib/services/monitors/execute-run.ts";
import { runDueMonitors } from "#lib/services/monitors/run-due.ts";
import { systemClock } from "#lib/values/clock.ts";
import { storeAccount } from "./account.ts";
import { fixedClock, type MovedClock } from "./fixed-clock.ts";
import { account, openTestHouse, type TestHouse, worker } from "./test-house.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export interface UnderWay {
  readonly monitorId: string;
  readonly ownerId: string;
  readonly scanId: string;
}

/** A house with a clock that is moved by hand, whose scans ask a name server that can be given other zones. */
export interface WatchedWorld {
  /** The runs under way, as their jobs name them. */
  underWay(): Promise<readonly UnderWay[]>;
  readonly house: TestHouse;
  readonly clock: MovedClock;
  readonly sql: Client;
  readonly owner: string;
  /** From now on DNS says this; null: it says nothing at all. */
  serve(zone: string | null): Promise<void>;
  watch(domain: string): Promise<string>;
  /** Time passes, and what is due by then is carried out. Answers how many runs that were. */
  pass(milliseconds: number): Promise<number>;
  /** Carries out the runs that are under way. */
  carryOut(): Promise<number>;
  alerts(): Promise<readonly { kind: string; domain: string; content: unknown }[]>;
  close(): Promise<void>;
}

export async function openWatchedWorld(url: string, zone: string): Promise<WatchedWorld> {
  let server: NameServer | null = await startNameServer({ zones: zone });
  const { port } = server;
  const parsed = parseServers(`127.0.0.1:${port}`);
  if (!parsed.ok) throw new Error(parsed.error);
  const servers = () => parsed.value;
  const clock = fixedClock();
  const house = await openTestHouse({
    url,
    clock,
    chance: () => 0.5,
    scanner: createScanner({
      servers,
      sample: null,
      heloName: null,
      blocklists: { added: [], keys: new Map() },
      dnsOnly: true,
      attemptTimeoutMs: 200,
      clock: systemClock,
    }),
    texts: createTextLookup({ servers, sample: null, clock: systemClock }),
  });
  const sql = new Client({ connectionString: url });
  await sql.connect();
  const owner = await storeAccount(url);

  async function underWay(): Promise<readonly UnderWay[]> {
    const { rows } = await sql.query<UnderWay>(
      `SELECT id AS "monitorId", owner_id AS "ownerId", run_scan_id AS "scanId" FROM monitors
       WHERE run_scan_id IS NOT NULL ORDER BY id`,
    );
    return rows;
  }

  async function carryOut(): Promise<number> {
    const runs = await underWay();
    for (const run of runs) await executeRun({ ctx: worker(house), input: run });
    return runs.length;
  }

  return {
    house,
    clock,
    sql,
    owner,
    underWay,
    async serve(next) {
      if (next !== null && server !== null) return server.serve(next);
      await server?.close();
      server = next === null ? null : await startNameServer({ zones: next, port });
    },
    async watch(domain) {
      const { id } = await addMonitor({ ctx: account(house, owner), input: { domain } });
      await carryOut();
      return id;
    },
    async pass(milliseconds) {
      clock.pass(milliseconds);
      await runDueMonitors({ ctx: worker(house) });
      return carryOut();
    },
    carryOut,
    async alerts() {
      const { rows } = await sql.query("SELECT kind, domain, content FROM alerts ORDER BY raised_at, id");
      return rows;
    },
    async close() {
      await server?.close();
      await sql.end();
      await house.close();
    },
  };
}
