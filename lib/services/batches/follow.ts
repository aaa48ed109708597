import { BATCH_CHANNEL } from "#lib/db/batch-execution.ts";
import { alarmClock } from "../alarm-clock.ts";
import type { ServiceContext } from "../context.ts";
import { getBatch } from "./get.ts";
import type { BatchIdInput } from "./schemas.ts";

/** What a follower of a batch is told. After `ended` nothing more comes. */
export type BatchNews =
  | { readonly type: "waiting" }
  | { readonly type: "reading"; readonly share: number; readonly failures: number }
  | { readonly type: "ended" };

/**
 * Follows a batch until it has been read: where it stands, and then every step as it comes. A share that falls means
 * that another worker began anew. Refuses with `not-found`.
 */
export async function* followBatch({
  ctx,
  input,
  signal,
}: {
  ctx: ServiceContext;
  input: BatchIdInput;
  signal: AbortSignal;
}): AsyncGenerator<BatchNews, void, void> {
  const alarm = alarmClock(ctx, signal);
  const stopListening = ctx.notifications.subscribe(BATCH_CHANNEL, input.id, alarm.ring);
  let told = "";
  try {
    while (!signal.aborted) {
      const { status, share, failures } = await getBatch({ ctx, input });
      if (status === "done" || status === "failed") return yield { type: "ended" };
      const news: BatchNews =
        status === "pending" ? { type: "waiting" } : { type: "reading", share, failures };
      const words = JSON.stringify(news);
      if (words !== told) yield news;
      told = words;
      await alarm.next();
    }
  } finally {
    stopListening();
  }
}
