import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { gunzipSync } from "node:zlib";
import type { BatchItem } from "#lib/bounce/batch/batch-item.ts";
import { readBatch } from "#lib/bounce/batch/read-batch.ts";
import { LIMITS } from "#lib/bounce/mime/limits.ts";
import { GO_ON, type ReadNews, type ReadOrder } from "./messages.ts";

/** Runs in a thread of its own: reads files and hands over the failures, a chunk at a time. */
const CHUNK = 500;
/** So that a page follows along also where a log tells of few failures. */
const TELL_EVERY = 0.02;

if (parentPort === null) throw new Error("This module is the entry of a worker thread.");
const port = parentPort;
const tell = (news: ReadNews): void => port.postMessage(news);

// Only lib/worker/batch-reader/read-files.ts starts this thread, with exactly this.
const { files, receivedAt } = workerData as ReadOrder;

let share = 0;
let told = 0;
const reading = readBatch({
  files: files.map(({ name, packed }) => ({
    name,
    bytes: gunzipSync(packed, { maxOutputLength: LIMITS.bytes }),
  })),
  receivedAt,
  tell: now => {
    share = now;
    if (share - told < TELL_EVERY) return;
    told = share;
    tell({ type: "share", share });
  },
});

let chunk: BatchItem[] = [];
let isOneUnderWay = false;
for (;;) {
  const next = await reading.next();
  if (!next.done) chunk.push(next.value);
  if (chunk.length >= CHUNK || (next.done && chunk.length > 0)) {
    // One chunk is stored while the next is read; more would only lie about.
    if (isOneUnderWay) {
      const [answer] = await once(port, "message");
      if (answer !== GO_ON) break;
    }
    tell({ type: "chunk", items: chunk, share });
    chunk = [];
    isOneUnderWay = true;
  }
  if (next.done) {
    tell({ type: "read", tally: next.value });
    break;
  }
}
port.close();
