import { BOUNCE_CHANNEL, findBounceSummary } from "#lib/db/bounces.ts";
import { SCAN_CHANNEL } from "#lib/db/scan-progress.ts";
import { findScanSummary } from "#lib/db/scans.ts";
import { alarmClock } from "../alarm-clock.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import { BounceIdInput } from "./schemas.ts";

/** What a follower of a bounce is told. After `ended` nothing more comes. */
export type BounceNews =
  /** Something moved: the evidence came, or one of the scans ended. */
  { readonly type: "moved"; readonly evidence: boolean; readonly scans: number } | { readonly type: "ended" };

/** Follows a bounce until its evidence is there and all scans have ended. Refuses with `not-found`. */
export async function* followBounce({
  ctx,
  input,
  signal,
}: {
  ctx: ServiceContext;
  input: BounceIdInput;
  signal: AbortSignal;
}): AsyncGenerator<BounceNews, void, void> {
  const { id } = readInput(BounceIdInput, input);
  const { db } = ctx.database;
  const first = await findBounceSummary(db, id);
  if (first === null) throw notFound("bounce");
  const scanIds = [first.senderScanId, ...first.recipientScanIds].filter(one => one !== null);
  const alarm = alarmClock(ctx, signal);
  const subscriptions = [
    ctx.notifications.subscribe(BOUNCE_CHANNEL, id, alarm.ring),
    ...scanIds.map(scanId => ctx.notifications.subscribe(SCAN_CHANNEL, scanId, alarm.ring)),
  ];
  let told = "";
  try {
    while (!signal.aborted) {
      const [bounce, ...scans] = await Promise.all([
        findBounceSummary(db, id),
        ...scanIds.map(scanId => findScanSummary(db, scanId)),
      ]);
      if (bounce === null) throw notFound("bounce");
      const evidence = isOver(bounce.status);
      // A scan that was deleted brings nothing more.
      const ended = scans.filter(scan => scan === null || isOver(scan.status)).length;
      if (evidence && ended === scanIds.length) return yield { type: "ended" };
      const news: BounceNews = { type: "moved", evidence, scans: ended };
      if (JSON.stringify(news) !== told) yield news;
      told = JSON.stringify(news);
      await alarm.next();
    }
  } finally {
    for (const stop of subscriptions) stop();
  }
}

const isOver = (status: string): boolean => status === "done" || status === "failed";
