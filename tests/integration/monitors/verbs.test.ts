import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { TextAnswer } from "#lib/engine/create-text-lookup.ts";
import { addMonitors } from "#lib/services/monitors/add-many.ts";
import { addMonitor } from "#lib/services/monitors/add.ts";
import { changeMonitor } from "#lib/services/monitors/change.ts";
import { findWatch, getMonitor } from "#lib/services/monitors/get.ts";
import { listMonitorChanges } from "#lib/services/monitors/list-changes.ts";
import { listMonitors } from "#lib/services/monitors/list.ts";
import { proveMonitor, renewChallenge } from "#lib/services/monitors/prove.ts";
import { keepProof } from "#lib/services/monitors/keep-proof.ts";
import { removeMonitor } from "#lib/services/monitors/remove.ts";
import { runMonitorNow } from "#lib/services/monitors/run-now.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { storeAccount } from "../../support/account.ts";
import { fixedClock, type MovedClock } from "../../support/fixed-clock.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { account, openTestHouse, type TestHouse, visitor, worker } from "../../support/test-house.ts";
import { HOUR } from "../../support/watched-world.ts";

const DAY = 24 * HOUR;

let url: string;
let house: TestHouse;
let clock: MovedClock;
/** What DNS says at the name of the record. */
let published: TextAnswer = { ok: true, texts: [] };
let asked: string[] = [];

beforeAll(async () => {
  url = await freshDatabase(inject("postgresUrl"));
  clock = fixedClock();
  house = await openTestHouse({
    url,
    clock,
    texts: async name => {
      asked.push(name);
      return published;
    },
  });
});
afterAll(() => house.close());

const somebody = async () => account(house, await storeAccount(url));
const watch = async (ctx: ServiceContext, domain = "example.com") =>
  (await addMonitor({ ctx, input: { domain } })).id;
const key = (accountId: string, scopes: readonly ("monitors:read" | "scans:write")[]): ServiceContext => ({
  ...house,
  actor: { kind: "api-key", keyId: "k".repeat(22), accountId, scopes },
});

describe("pasting domains", () => {
  test("answers each line and loses none of the good ones", async () => {
    const ctx = await somebody();
    await watch(ctx, "known.example.com");
    const text =
      "a.example.com\n\nlocalhost\nknown.example.com\r\nhttps://B.example.com/x, a.example.com\nnot a domain";
    const answers = await addMonitors({ ctx, input: { text } });
    expect(answers.map(({ line, outcome }) => [line, outcome])).toEqual([
      ["a.example.com", "added"],
      ["localhost", "refused"],
      ["known.example.com", "already-watched"],
      ["https://B.example.com/x", "added"],
      ["a.example.com", "already-watched"],
      ["not a domain", "refused"],
    ]);
    for (const { outcome, reason } of answers) {
      if (outcome === "refused") expect(reason).toMatch(/\w{3,}/);
      else expect(reason).toBeNull();
    }
    const { monitors } = await listMonitors({ ctx, input: {} });
    expect(monitors.map(({ domain }) => domain).toSorted()).toEqual([
      "a.example.com",
      "b.example.com",
      "known.example.com",
    ]);
  });

  test("takes fifty lines and says so of the rest", async () => {
    const ctx = await somebody();
    const text = Array.from({ length: 53 }, (_, n) => `d${n}.example.com`).join("\n");
    const answers = await addMonitors({ ctx, input: { text } });
    expect(answers.filter(({ outcome }) => outcome === "added")).toHaveLength(50);
    expect(answers.slice(50).every(({ reason }) => reason?.includes("50"))).toBe(true);
  });

  test("stops at two hundred, at which one more is refused too", async () => {
    const ctx = await somebody();
    for (let lot = 0; lot < 4; lot += 1) {
      const text = Array.from({ length: 50 }, (_, n) => `d${lot}-${n}.example.com`).join("\n");
      await addMonitors({ ctx, input: { text } });
    }
    const [answer] = await addMonitors({ ctx, input: { text: "more.example.com" } });
    expect(answer).toMatchObject({ outcome: "refused" });
    await expect(watch(ctx, "more.example.com")).rejects.toMatchObject({ code: "conflict" });
    expect((await listMonitors({ ctx, input: { limit: 200 } })).monitors).toHaveLength(200);
  });

  test("of nothing is refused", async () => {
    const ctx = await somebody();
    const refusal = addMonitors({ ctx, input: { text: " \n ," } });
    await expect(refusal).rejects.toMatchObject({ code: "invalid", field: "text" });
  });

  test("costs what was added, and adds nothing when that is too much", async () => {
    const ctx = await somebody();
    const limits = { ...house.limits, workPerAccount: { burst: 2, periodSeconds: 3_600 } };
    const poor = { ...ctx, limits };
    await addMonitors({ ctx: poor, input: { text: "a.example.com" } });
    const text = "b.example.com\nc.example.com\nd.example.com";
    await expect(addMonitors({ ctx: poor, input: { text } })).rejects.toMatchObject({ code: "limited" });
    expect((await listMonitors({ ctx, input: {} })).monitors).toHaveLength(1);
  });
});

describe("one domain", () => {
  test("is watched by an account once", async () => {
    const ctx = await somebody();
    await watch(ctx);
    await expect(watch(ctx)).rejects.toMatchObject({ code: "conflict" });
    await expect(watch(await somebody())).resolves.toMatch(/^\w{22}$/);
  });

  test("is looked at as often as its owner says", async () => {
    const ctx = await somebody();
    const id = await watch(ctx);
    const hourly = await changeMonitor({ ctx, input: { id, intervalSeconds: 3_600 } });
    expect(hourly.intervalSeconds).toBe(3_600);
    expect(hourly.nextRunAt.getTime()).toBeLessThanOrEqual(clock.now().getTime() + 1.1 * HOUR);
    for (const intervalSeconds of [60, 3_601, 604_801, Number.NaN]) {
      const refusal = changeMonitor({ ctx, input: { id, intervalSeconds } });
      await expect(refusal).rejects.toMatchObject({ code: "invalid" });
    }
  });

  test("comes in pages", async () => {
    const ctx = await somebody();
    for (const name of ["a", "b", "c"]) await watch(ctx, `${name}.example.com`);
    const first = await listMonitors({ ctx, input: { limit: 2 } });
    expect(first.monitors).toHaveLength(2);
    if (first.last === null) throw new Error("there is a third");
    const second = await listMonitors({ ctx, input: { limit: 2, after: first.last } });
    expect(second.last).toBeNull();
    const all = [...first.monitors, ...second.monitors].map(({ domain }) => domain);
    expect(new Set(all).size).toBe(3);
  });
});

describe("proof of control", () => {
  test("is a record with a value that cannot be guessed, at a name of its own", async () => {
    const ctx = await somebody();
    const id = await watch(ctx);
    const { proof } = await getMonitor({ ctx, input: { id } });
    expect(proof.value).toMatch(/^[0-9A-Za-z]{22}$/);
    expect(proof.expiresAt.getTime() - clock.now().getTime()).toBe(7 * DAY);
    asked = [];
    published = { ok: true, texts: ["v=other", proof.value] };
    expect(await proveMonitor({ ctx, input: { id } })).toEqual({ outcome: "found" });
    expect(asked).toEqual(["_mailtriage-challenge.example.com"]);
    expect((await getMonitor({ ctx, input: { id } })).proof.provenAt).toEqual(clock.now());
  });

  test("is not given by the value of somebody else, nor by a part of it", async () => {
    const ctx = await somebody();
    const id = await watch(ctx);
    const stranger = await somebody();
    const theirs = await getMonitor({ ctx: stranger, input: { id: await watch(stranger) } });
    const { proof } = await getMonitor({ ctx, input: { id } });
    for (const text of [
      theirs.proof.value,
      proof.value.slice(1),
      proof.value.toLowerCase(),
      `x${proof.value}`,
    ]) {
      published = { ok: true, texts: [text] };
      expect(await proveMonitor({ ctx, input: { id } })).toEqual({ outcome: "different", texts: [text] });
    }
    expect((await getMonitor({ ctx, input: { id } })).proof.provenAt).toBeNull();
  });

  test("that could not be looked for is not missing, and takes nothing back", async () => {
    const ctx = await somebody();
    const id = await watch(ctx);
    published = { ok: false, failure: "timeout" };
    expect(await proveMonitor({ ctx, input: { id } })).toEqual({ outcome: "unchecked", failure: "timeout" });
    const { proof } = await getMonitor({ ctx, input: { id } });
    published = { ok: true, texts: [`"${proof.value}"`] };
    await proveMonitor({ ctx, input: { id } });
    published = { ok: false, failure: "servfail" };
    await proveMonitor({ ctx, input: { id } });
    expect((await getMonitor({ ctx, input: { id } })).proof.provenAt).toEqual(clock.now());
    published = { ok: true, texts: [] };
    expect(await proveMonitor({ ctx, input: { id } })).toEqual({ outcome: "absent" });
    expect((await getMonitor({ ctx, input: { id } })).proof.provenAt).toBeNull();
  });

  test("has seven days; then a new value is needed", async () => {
    const ctx = await somebody();
    const id = await watch(ctx);
    const { proof } = await getMonitor({ ctx, input: { id } });
    published = { ok: true, texts: [proof.value] };
    clock.pass(7 * DAY);
    await expect(proveMonitor({ ctx, input: { id } })).rejects.toMatchObject({ code: "conflict" });
    await renewChallenge({ ctx, input: { id } });
    const renewed = await getMonitor({ ctx, input: { id } });
    expect(renewed.proof.value).not.toBe(proof.value);
    expect(await proveMonitor({ ctx, input: { id } })).toMatchObject({ outcome: "different" });
    published = { ok: true, texts: [renewed.proof.value] };
    expect(await proveMonitor({ ctx, input: { id } })).toEqual({ outcome: "found" });
    // Once it has proven something, the value holds as long as its record is there.
    clock.pass(100 * DAY);
    expect(await proveMonitor({ ctx, input: { id } })).toEqual({ outcome: "found" });
  });

  test("is looked for again after thirty days, and gone when the record is", async () => {
    const ctx = await somebody();
    const id = await watch(ctx);
    const { ownerId, proof } = await getMonitor({ ctx, input: { id } });
    const input = { monitorId: id, ownerId };
    published = { ok: true, texts: [proof.value] };
    await proveMonitor({ ctx, input: { id } });
    published = { ok: true, texts: [] };
    clock.pass(29 * DAY);
    await keepProof({ ctx: worker(house), input });
    expect((await getMonitor({ ctx, input: { id } })).proof.provenAt).not.toBeNull();
    clock.pass(2 * DAY);
    published = { ok: false, failure: "timeout" };
    await keepProof({ ctx: worker(house), input });
    expect((await getMonitor({ ctx, input: { id } })).proof.provenAt).not.toBeNull();
    published = { ok: true, texts: [] };
    await keepProof({ ctx: worker(house), input });
    expect((await getMonitor({ ctx, input: { id } })).proof.provenAt).toBeNull();
  });
});

describe("authority", () => {
  const verbs: Readonly<Record<string, (ctx: ServiceContext, id: string) => Promise<unknown>>> = {
    get: (ctx, id) => getMonitor({ ctx, input: { id } }),
    changes: (ctx, id) => listMonitorChanges({ ctx, input: { id } }),
    change: (ctx, id) => changeMonitor({ ctx, input: { id, paused: true } }),
    run: (ctx, id) => runMonitorNow({ ctx, input: { id } }),
    prove: (ctx, id) => proveMonitor({ ctx, input: { id } }),
    renew: (ctx, id) => renewChallenge({ ctx, input: { id } }),
    remove: (ctx, id) => removeMonitor({ ctx, input: { id } }),
  };

  test.each(Object.entries(verbs))(
    "%s: a stranger finds nothing, nobody is asked to sign in",
    async (_, verb) => {
      const ctx = await somebody();
      const id = await watch(ctx);
      await expect(verb(await somebody(), id)).rejects.toMatchObject({ code: "not-found" });
      await expect(verb(ctx, "no-id")).rejects.toMatchObject({ code: "not-found" });
      await expect(verb(visitor(house, "browser"), id)).rejects.toMatchObject({ code: "unauthenticated" });
      await expect(verb(ctx, id)).resolves.not.toThrow();
    },
  );

  test("a key goes as far as its scopes", async () => {
    const ctx = await somebody();
    const id = await watch(ctx);
    const { ownerId } = await getMonitor({ ctx, input: { id } });
    const reader = key(ownerId, ["monitors:read"]);
    await expect(getMonitor({ ctx: reader, input: { id } })).resolves.toMatchObject({ id });
    await expect(removeMonitor({ ctx: reader, input: { id } })).rejects.toMatchObject({ code: "forbidden" });
    const scanner = key(ownerId, ["scans:write"]);
    await expect(listMonitors({ ctx: scanner, input: {} })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("the watch over a domain is found by its owner alone", async () => {
    const ctx = await somebody();
    const id = await watch(ctx, "mine.example.com");
    const input = { domain: "mine.example.com" };
    expect(await findWatch({ ctx, input })).toMatchObject({ id });
    expect(await findWatch({ ctx: await somebody(), input })).toBeNull();
    expect(await findWatch({ ctx: visitor(house), input })).toBeNull();
  });
});
