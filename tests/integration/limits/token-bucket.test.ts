import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { forgetBuckets, secondsUntilToken, takeTokens } from "#lib/db/rate-limits.ts";
import { freshDatabase } from "../../support/fresh-database.ts";

/** Two pools, as two web processes have them. */
let one: Database;
let other: Database;

beforeAll(async () => {
  const url = await freshDatabase(inject("postgresUrl"));
  one = openDatabase(url, { poolSize: 8 });
  other = openDatabase(url, { poolSize: 8 });
});

afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
});

const START = Date.parse("2026-11-25T12:00:00Z");
const at = (seconds: number) => new Date(START + seconds * 1_000);
const bucket = (name: string, burst = 10, periodSeconds = 100) => ({ name, burst, periodSeconds });

const take = (name: string, seconds: number, cost = 1, { db } = one) =>
  takeTokens(db, { bucket: bucket(name), cost, now: at(seconds) });

describe("a bucket", () => {
  test("is full at first, empties, and refills evenly", async () => {
    for (let used = 0; used < 10; used += 1) expect(await take("refills", 0)).toBe(0);
    // Ten in a hundred seconds: one every ten.
    expect(await take("refills", 0)).toBe(10);
    expect(await take("refills", 9)).toBe(1);
    expect(await take("refills", 10)).toBe(0);
    expect(await take("refills", 10)).toBe(10);
    expect(await take("refills", 35)).toBe(0);
    expect(await take("refills", 35)).toBe(0);
    expect(await take("refills", 35)).toBe(5);
  });

  test("never holds more than its size", async () => {
    await take("full", 0);
    const taken = await Promise.all(Array.from({ length: 15 }, () => take("full", 1_000_000)));
    expect(taken.filter(wait => wait === 0)).toHaveLength(10);
  });

  test("is left as it is by a refusal", async () => {
    await take("refusal", 0, 8);
    expect(await take("refusal", 0, 5)).toBe(30);
    expect(await take("refusal", 0, 2)).toBe(0);
  });

  test("lends to what costs more than it holds, once it is full, and is paid back in time", async () => {
    expect(await take("lends", 0, 1)).toBe(0);
    expect(await take("lends", 0, 25)).toBe(10);
    expect(await take("lends", 10, 25)).toBe(0);
    // Fifteen in debt, and one more.
    expect(await take("lends", 10, 1)).toBe(160);
    expect(await take("lends", 170, 1)).toBe(0);
  });

  test("is not refilled by a process whose clock is behind, nor emptied of its time", async () => {
    await take("clocks", 100, 10);
    expect(await take("clocks", 0)).toBeGreaterThan(0);
    expect(await take("clocks", 110)).toBe(0);
  });

  test("can be looked at without being touched", async () => {
    await take("looked", 0, 10);
    const look = (seconds: number) =>
      secondsUntilToken(one.db, { bucket: bucket("looked"), now: at(seconds) });
    expect([await look(0), await look(0), await look(4), await look(10)]).toEqual([10, 10, 6, 0]);
    expect(await secondsUntilToken(one.db, { bucket: bucket("never seen"), now: at(0) })).toBe(0);
  });

  test("is forgotten once it must be full again", async () => {
    await take("old", 0);
    await take("new", 200);
    await forgetBuckets(one.db, { before: at(100), limit: 10 });
    const left = await secondsUntilToken(one.db, { bucket: bucket("new", 1), now: at(200) });
    expect(left).toBe(0);
    expect(await take("old", 200, 10)).toBe(0);
  });
});

test("four hundred requests at once, through two processes, get exactly what the bucket holds", async () => {
  const waits = await Promise.all(
    Array.from({ length: 400 }, (_, nth) => take("race", 0, 1, nth % 2 === 0 ? one : other)),
  );
  expect(waits.filter(wait => wait === 0)).toHaveLength(10);
  expect(waits.filter(wait => wait > 0)).toHaveLength(390);
});
