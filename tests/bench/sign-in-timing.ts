import { Client } from "pg";
import { applyMigrations } from "#lib/db/migrations.ts";
import { prepareQueues } from "#lib/jobs/boss.ts";
import { requestSignIn } from "#lib/services/accounts/request-sign-in.ts";
import { scratchPostgres } from "#lib/start/postgres/scratch.ts";
import { SITE } from "../support/sign-in.ts";
import { openTestHouse, visitor } from "../support/test-house.ts";
import { trimmed, welchT } from "../support/welch.ts";

/**
 * Whether the time that asking for a sign-in link takes tells if there is an account: 2,000 pairs on a real
 * PostgreSQL, in turns, so that the machine's moods fall on both alike. Welch's |t| has to be below 3; chance alone
 * exceeds that once in 370 runs.
 */
const PAIRS = 2_000;
const WARM_UP = 100;
const LIMIT = 3;

const postgres = await scratchPostgres();
await applyMigrations(postgres.url, "prisma/migrations");
await prepareQueues(postgres.url);
const house = await openTestHouse({ url: postgres.url });
const sql = new Client({ connectionString: postgres.url });
await sql.connect();
await sql.query(
  `INSERT INTO users (id, email) SELECT 'user ' || n, 'known' || n || '@example.com' FROM generate_series(0, ${PAIRS}) AS n`,
);

async function milliseconds(kind: string, nth: number): Promise<number> {
  const began = performance.now();
  await requestSignIn({
    ctx: visitor(house, `browser ${kind} ${nth}`),
    input: { address: `${kind}${nth}@example.com`, site: SITE },
  });
  return performance.now() - began;
}

const times: Record<"known" | "other", number[]> = { known: [], other: [] };
for (let nth = 0; nth < WARM_UP; nth += 1) await milliseconds("warm", nth);
for (let nth = 0; nth < PAIRS; nth += 1) {
  for (const kind of nth % 2 === 0 ? (["known", "other"] as const) : (["other", "known"] as const)) {
    times[kind].push(await milliseconds(kind, nth));
  }
}
const mean = (sample: readonly number[]): string =>
  (sample.reduce((sum, x) => sum + x, 0) / sample.length).toFixed(3);
const [known, other] = [trimmed(times.known), trimmed(times.other)];
const t = welchT(known, other);
console.log(`asking for a sign-in link, ${PAIRS} pairs, without the slowest twentieth`);
console.log(`  with an account           ${mean(known)} ms`);
console.log(`  without one               ${mean(other)} ms`);
console.log(
  `  Welch's t                 ${t.toFixed(2)} (|t| below ${LIMIT}): ${Math.abs(t) < LIMIT ? "kept" : "MISSED"}`,
);
await sql.end();
await house.close();
await postgres.dispose();
process.exitCode = Math.abs(t) < LIMIT ? 0 : 1;
