import type { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { requestSignIn } from "#lib/services/accounts/request-sign-in.ts";
import { secretHash } from "#lib/services/actor.ts";
import { openShare } from "#lib/services/shares/open.ts";
import { type HouseWithSql, houseWithSql } from "../../support/house-with-sql.ts";
import { signIn, SITE } from "../../support/sign-in.ts";
import { type TestHouse, visitor } from "../../support/test-house.ts";
import { trimmed, welchT } from "../../support/welch.ts";

/**
 * What cannot be told apart by its answer cannot be told apart by its time either. Pairs are measured in turns,
 * so that the machine's moods fall on both alike. |t| below 4.5: chance alone exceeds it once in 150,000 runs.
 */

let house: TestHouse;
let sql: Client;
let world: HouseWithSql;

beforeAll(async () => {
  world = await houseWithSql(inject("postgresUrl"));
  ({ house, sql } = world);
});

afterAll(() => world.close());

const LIMIT = 4.5;

const open = (token: string): Promise<unknown> =>
  openShare({ ctx: visitor(house, null), input: { token } }).catch(() => {});

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The times of two kinds of work, in turns, first one first and then the other. */
async function race(
  pairs: number,
  kinds: readonly [(nth: number) => Promise<unknown>, (nth: number) => Promise<unknown>],
) {
  const times: [number[], number[]] = [[], []];
  for (let nth = 0; nth < pairs; nth += 1) {
    for (const kind of nth % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      times[kind].push(await milliseconds(() => kinds[kind](nth)));
    }
  }
  return welchT(trimmed(times[0]), trimmed(times[1]));
}

test("asking for a link takes as long for an address with an account as for one without", async () => {
  const pairs = 150;
  for (let nth = 0; nth < pairs; nth += 1) {
    await sql.query("INSERT INTO users (id, email) VALUES ($1, $2)", [
      `user ${nth}`,
      `known${nth}@example.com`,
    ]);
  }
  await signIn(visitor(house, "warm"), sql, "warm@example.com");
  const ask = (kind: string) => (nth: number) =>
    requestSignIn({
      ctx: visitor(house, `browser ${kind} ${nth}`),
      input: { address: `${kind}${nth}@example.com`, site: SITE },
    });
  expect(Math.abs(await race(pairs, [ask("known"), ask("other")]))).toBeLessThan(LIMIT);
});

test("a share link that has ended takes as long to refuse as one that never was", async () => {
  await sql.query(
    "INSERT INTO scans (id, domain, status, join_key, hints, requested_at) VALUES ('s', 'a.com', 'done', 's', '{}', now())",
  );
  const pairs = 400;
  const ended = Array.from({ length: pairs }, () => house.newToken());
  for (const token of ended) {
    await sql.query(
      "INSERT INTO share_links (id, token_hash, scan_id, created_at, expires_at) VALUES ($1, $2, 's', now(), now() - interval '1 day')",
      [house.newToken(), secretHash(token)],
    );
  }
  const t = await race(pairs, [nth => open(ended[nth] ?? ""), () => open(house.newToken())]);
  expect(Math.abs(t)).toBeLessThan(LIMIT);
});
