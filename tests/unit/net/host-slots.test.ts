import { describe, expect, it } from "vitest";
import { hostSlots } from "#lib/net/host-slots.ts";

const work = (log: string[], name: string) => {
  const { promise: done, resolve: finish } = Promise.withResolvers<void>();
  const run = async () => {
    log.push(name);
    await done;
    return name;
  };
  return { run, finish };
};

describe("hostSlots", () => {
  it("runs two at once for a host, the rest in order, and others beside them", async () => {
    const slots = hostSlots(2);
    const log: string[] = [];
    const pieces = ["a", "b", "c", "d"].map(name => work(log, name));
    const results = pieces.map(piece => slots("host", 1000, piece.run));
    const other = work(log, "other");
    const elsewhere = slots("other", 1000, other.run);
    await Promise.resolve();
    expect(log).toEqual(["a", "b", "other"]);
    pieces[1]?.finish();
    expect(await results[1]).toBe("b");
    await Promise.resolve();
    expect(log).toEqual(["a", "b", "other", "c"]);
    for (const piece of pieces) piece.finish();
    other.finish();
    expect(await Promise.all([...results, elsewhere])).toEqual(["a", "b", "c", "d", "other"]);
  });

  it("gives up work that does not get its turn in time, and goes on", async () => {
    const slots = hostSlots(1);
    const log: string[] = [];
    const first = work(log, "first");
    const running = slots("host", 1000, first.run);
    expect(await slots("host", 5, work(log, "late").run)).toBeNull();
    first.finish();
    expect(await running).toBe("first");
    expect(await slots("host", 5, async () => "next")).toBe("next");
    expect(log).toEqual(["first"]);
  });

  it("frees the slot of work that throws", async () => {
    const slots = hostSlots(1);
    await expect(slots("host", 5, () => Promise.reject(new Error("x")))).rejects.toThrow("x");
    expect(await slots("host", 5, async () => 1)).toBe(1);
  });
});
