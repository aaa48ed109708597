import { parentPort } from "node:worker_threads";
import type { BounceReport } from "#lib/bounce/bounce-report.ts";
import { BounceInputError } from "#lib/bounce/containers/input-error.ts";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import type { BounceOrder, BounceReading } from "./create-bounce-reader.ts";

/** The thread in which foreign mail is parsed, so that a hostile one costs its time limit and nothing else. */
parentPort?.on("message", async (order: BounceOrder) => {
  const reading = await readInOrder(order);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(reading);
});
// Everything is loaded: from here on time counts.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage("ready");

async function readInOrder({ input, most }: BounceOrder): Promise<BounceReading> {
  const reports: BounceReport[] = [];
  try {
    for await (const report of parseBounces(input)) {
      if (reports.length === most) return { ok: true, reports, more: true };
      reports.push(report);
    }
    return { ok: true, reports, more: false };
  } catch (error) {
    if (!(error instanceof BounceInputError)) throw error;
    return { ok: false, code: error.code };
  }
}
