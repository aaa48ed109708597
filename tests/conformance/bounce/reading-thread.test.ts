import { describe, expect, it } from "vitest";
import { createBounceReader } from "#lib/engine/create-bounce-reader.ts";
import { readingBudget } from "#lib/engine/time-budget.ts";
import { failureLog } from "../../support/bounce-log.ts";

const LOG = failureLog(20_000);
const REFUSAL = "550 5.1.1 <jane@example.com>: Recipient address rejected: User unknown";

describe("the thread that reads foreign mail", () => {
  it("is stopped when its processor time is used up, and the next input gets a new one", async () => {
    let budget = 20;
    const read = createBounceReader({ budget: () => budget, threads: 1 });
    const started = performance.now();
    expect(await read({ input: LOG, most: 1_000_000 })).toEqual({ ok: false, code: "time-limit" });
    // Twenty times the budget by the clock on the wall, whatever else runs here, and the loading.
    expect(performance.now() - started).toBeLessThan(20_000);
    budget = 10_000;
    expect(await read({ input: REFUSAL, most: 10 })).toMatchObject({ ok: true, more: false });
  });

  it("reads what people paste within the half second that they have", async () => {
    const read = createBounceReader({ threads: 1 });
    for (const input of [REFUSAL, REFUSAL.repeat(20), LOG.slice(0, 200_000)])
      expect(await read({ input, most: 100 })).toMatchObject({ ok: true });
  });
});

describe("the time for an input", () => {
  it.each([
    ["a line", 100, 500],
    ["the largest paste", 256 * 1024, 500],
    ["a large mail", 5 * 1024 * 1024, 10_000],
    ["the largest upload", 25 * 1024 * 1024, 20_000],
  ])("%s", (_, bytes, budget) => expect(readingBudget(new Uint8Array(bytes))).toBe(budget));

  it("what is packed may grow tenfold", () => {
    const packed = new Uint8Array(256 * 1024);
    packed.set([0x1f, 0x8b, 8]);
    expect(readingBudget(packed)).toBe(5000);
  });
});
