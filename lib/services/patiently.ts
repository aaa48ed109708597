import { DatabaseUnavailable } from "#lib/db/unavailable.ts";
import type { House } from "./context.ts";

/** How long the result of finished work waits in memory for a database that is gone. */
const PATIENCE_MS = 60_000;
const RETRY_MS = 1_000;

/** Stores what must not be lost, again and again while the database cannot be reached. */
export async function patiently<Value>(
  { clock }: Pick<House, "clock">,
  work: () => Promise<Value>,
): Promise<Value> {
  const deadline = clock.monotonic() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable) || clock.monotonic() > deadline) throw error;
      await clock.sleep(RETRY_MS);
    }
  }
}
