import { expect, test } from "vitest";
import { type ClosableQueue, lazyQueue } from "#lib/jobs/queue.ts";

const queue = (log: string[]): ClosableQueue => ({
  ready: async () => void log.push("ready"),
  enqueue: async () => void log.push("enqueue"),
  enqueueAll: async () => void log.push("enqueueAll"),
  close: async () => void log.push("close"),
});

test("a queue is opened with the first need, once", async () => {
  const log: string[] = [];
  let opened = 0;
  const lazy = lazyQueue(async () => {
    opened += 1;
    return queue(log);
  });
  expect(opened).toBe(0);
  await Promise.all([lazy.ready(), lazy.ready()]);
  expect(opened).toBe(1);
  await lazy.close();
  expect(log).toEqual(["ready", "ready", "close"]);
});

test("one that could not be opened is tried again", async () => {
  const log: string[] = [];
  let attempts = 0;
  const lazy = lazyQueue(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error("the database is down");
    return queue(log);
  });
  await expect(lazy.ready()).rejects.toThrow("down");
  await lazy.ready();
  expect(log).toEqual(["ready"]);
});

test("one that was never needed is closed without being opened", async () => {
  await lazyQueue(() => Promise.reject(new Error("must not be opened"))).close();
});
