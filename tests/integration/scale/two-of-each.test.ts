import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type NameServer, startNameServer } from "#lib/dns/name-server/start-name-server.ts";
import { systemClock } from "#lib/values/clock.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { startWorkerProcess, type WorkerProcess } from "../../support/worker-process.ts";

/** Two web processes and two workers, each a process of its own, on one real PostgreSQL and one name server. */

const SCANS = 200;
const ASKED_AT_ONCE = 20;
/** Every so many-th domain is asked for through both web processes at once. */
const TWICE = 10;
const KILLS = 3;
const SEED = 20261126;
const LIMIT = 20;

let sql: Client;
let dns: NameServer;
let webs: readonly WebProcess[];
const workers: WorkerProcess[] = [];
let env: { DATABASE_URL: string; DNS_SERVERS: string; WORKER_CONCURRENCY: string };

beforeAll(async () => {
  const url = await freshDatabase(inject("postgresUrl"));
  sql = new Client({ connectionString: url });
  await sql.connect();
  const zones = Array.from({ length: SCANS + 1 }, (_, n) => zoneOf(domainOf(n))).join("\n");
  // Late enough for scans to be under way when their worker is killed.
  dns = await startNameServer({ zones, faults: [{ kind: "delay", name: "*", delayMs: 20 }] });
  env = { DATABASE_URL: url, DNS_SERVERS: `127.0.0.1:${dns.port}`, WORKER_CONCURRENCY: "4" };
  workers.push(startWorkerProcess(env), startWorkerProcess(env));
  webs = await Promise.all([startWeb(), startWeb()]);
});

afterAll(async () => {
  await Promise.all(workers.map(one => one.kill("SIGKILL")));
  for (const { child } of webs ?? []) child.kill("SIGKILL");
  await dns?.close();
  await sql?.end();
});

const domainOf = (n: number): string => `d${n}.example.com`;
const zoneOf = (domain: string): string => `
${domain}. 300 IN SOA ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 300
${domain}. 300 IN NS ns1.example.com.
${domain}. 300 IN MX 10 mx.${domain}.
${domain}. 300 IN TXT "v=spf1 mx -all"
mx.${domain}. 300 IN A 192.0.2.2`;

interface WebProcess {
  readonly child: ChildProcess;
  readonly url: string;
}

async function startWeb(): Promise<WebProcess> {
  const child = fork("tests/support/web-door.ts", {
    env: { ...process.env, ...env, LIMIT_WORK_PER_ADDRESS: `${LIMIT}/hour`, LIMIT_SCANS_PER_DOMAIN: "off" },
    execPath: process.execPath,
    execArgv: [],
  });
  const [port] = (await once(child, "message")) as [number];
  return { child, url: `http://127.0.0.1:${port}` };
}

interface Told {
  readonly status: number;
  readonly id: string;
  readonly joined: boolean;
}

/** Asks one of the web processes for a scan, from an address of its own unless one is given. */
async function ask(n: number, web: number, from = `2001:db8:${n.toString(16)}::1`): Promise<Told> {
  const query = new URLSearchParams({ domain: domainOf(n), from, browser: `browser of ${n}` });
  const response = await fetch(`${webs[web % 2]?.url}/scans?${query}`, { method: "POST" });
  if (response.status === 503) {
    // All its connections are busy: nothing was stored, and it says to come back.
    await systemClock.sleep(500);
    return ask(n, web, from);
  }
  const told = (await response.json()) as { id: string; joined: boolean };
  return { status: response.status, ...told };
}

const askOnceOrTwice = (n: number): Promise<readonly Told[]> =>
  Promise.all(n % TWICE === 0 ? [ask(n, 0), ask(n, 1)] : [ask(n, n)]);

/** Follows a scan by server-sent events to its end, and answers the types of what was told. */
async function follow(id: string, web: number): Promise<readonly string[]> {
  const response = await fetch(`${webs[web % 2]?.url}/scans/${id}/events`);
  const events = (await response.text()).matchAll(/^data: (.*)$/gmu);
  return [...events].map(([, data = "{}"]) => (JSON.parse(data) as { type: string }).type);
}

/** The same numbers each time: mulberry32. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Kills one of the two, whichever and whenever, as soon as both are at work. */
async function killAtRandom(): Promise<void> {
  const random = numbersFrom(SEED);
  for (let killed = 0; killed < KILLS; killed += 1) {
    await untilAtWork(2 + killed);
    await systemClock.sleep(100 + random() * 900);
    const [victim] = workers.splice(random() < 0.5 ? 0 : 1, 1);
    await victim?.kill("SIGKILL");
    workers.push(startWorkerProcess(env));
  }
}

/** Until so many workers have said that they are there, the dead ones among them. */
async function untilAtWork(begun: number): Promise<void> {
  for (;;) {
    const { rows } = await sql.query("SELECT count(*)::int AS n FROM worker_heartbeats");
    if (rows[0].n >= begun) return;
    await systemClock.sleep(50);
  }
}

async function untilAllEnded(): Promise<void> {
  for (;;) {
    const { rows } = await sql.query(
      "SELECT count(*)::int AS n FROM scans WHERE status IN ('pending', 'running')",
    );
    if (rows[0].n === 0) return;
    await systemClock.sleep(200);
  }
}

describe("two web processes and two workers", () => {
  test("lose no scan and double none while workers are killed at random", { timeout: 120_000 }, async () => {
    const began = performance.now();
    const killing = killAtRandom();
    const told: (readonly Told[])[] = [];
    for (let n = 0; n < SCANS; n += ASKED_AT_ONCE) {
      const wave = Array.from({ length: ASKED_AT_ONCE }, (_, nth) => n + nth);
      told.push(...(await Promise.all(wave.map(askOnceOrTwice))));
    }
    // What both were asked at once is one scan, for both.
    const ids = told.map(answers => new Set(answers.map(({ id }) => id)));
    expect(ids.filter(set => set.size !== 1)).toEqual([]);
    expect(told.flat().filter(({ status }) => status !== 202)).toEqual([]);
    expect(told.flat().filter(({ joined }) => joined)).toHaveLength(SCANS / TWICE);

    // Followed on the web process that did not take the request.
    const followed = follow(told[7]?.[0]?.id ?? "", 8);
    await killing;
    await untilAllEnded();
    expect((await followed).at(-1)).toBe("ended");

    const { rows: scans } = await sql.query(
      `SELECT status, count(*)::int AS n, count(DISTINCT domain)::int AS domains, max(attempt) AS attempts,
        count(r.scan_id)::int AS reports
       FROM scans LEFT JOIN stored_reports AS r ON r.scan_id = scans.id GROUP BY status`,
    );
    console.log(
      `${SCANS} scans, ${KILLS} kills, at most ${scans[0].attempts} attempts, ${((performance.now() - began) / 1000).toFixed(1)} s`,
    );
    expect(scans).toEqual([
      { status: "done", n: SCANS, domains: SCANS, reports: SCANS, attempts: expect.any(Number) },
    ]);
    expect(scans[0].attempts).toBeGreaterThan(1);
    expect(await jobs()).toEqual([{ name: "scan", state: "completed", n: SCANS }]);
    const { rows: rest } = await sql.query("SELECT count(*)::int AS n FROM scan_progress");
    expect(rest[0].n).toBe(0);
  });

  test("agree about limits", async () => {
    // All addresses of one /64 are one caller, whichever web process it asks.
    const answers = await Promise.all(
      Array.from({ length: 2 * LIMIT }, (_, n) => ask(n, n, `2001:db8:ffff:1::${n.toString(16)}`)),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(LIMIT);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(LIMIT);
  });

  test("news reaches who follows on the other web process while the scan runs", async () => {
    const { id } = await ask(SCANS, 0);
    const types = await follow(id, 1);
    expect(types).toContain("progress");
    expect(types.at(-1)).toBe("ended");
  });
});

/** What became of the jobs; those that ended may be marked so a moment after their scan. */
async function jobs(): Promise<readonly { name: string; state: string; n: number }[]> {
  for (let look = 0; ; look += 1) {
    const { rows } = await sql.query(
      `SELECT name, state::text, count(*)::int AS n FROM pgboss.job WHERE name LIKE 'scan%' GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    if (rows.length === 1 || look === 300) return rows;
    await systemClock.sleep(100);
  }
}
