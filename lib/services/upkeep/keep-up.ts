import { forgetIdempotencyKeys } from "#lib/db/idempotency.ts";
import { forgetBatchAddresses } from "#lib/db/batches.ts";
import { forgetExpiredPrivateParts } from "#lib/db/bounces.ts";
import { forgetMessages, overdueMessages } from "#lib/db/outbox.ts";
import { forgetBuckets } from "#lib/db/rate-limits.ts";
import { forgetSessions } from "#lib/db/sessions.ts";
import { forgetSignInLinks } from "#lib/db/sign-in-links.ts";
import { deliverJob } from "#lib/jobs/definitions.ts";
import { LONGEST_SESSION_MS } from "../accounts/session-limits.ts";
import type { ServiceContext } from "../context.ts";
import { forbidden } from "../service-error.ts";

const DAY_MS = 86_400_000;
/** No limit has a longer period: what was not touched for so long is full again. */
const BUCKET_MS = DAY_MS;
const MESSAGE_MS = 30 * DAY_MS;
/** A job that has not come for so long after it was due is lost, such as by restoring a backup. */
const OVERDUE_MS = 600_000;
const BATCH = 1_000;

/** Forgets what nobody needs any more, and gives messages whose job was lost a new one. For workers only. */
export async function keepUp({ ctx }: { ctx: ServiceContext }): Promise<void> {
  if (ctx.actor.kind !== "system") throw forbidden("Only workers do the upkeep.");
  const { db } = ctx.database;
  const now = ctx.clock.now();
  const ago = (ms: number) => new Date(now.getTime() - ms);
  await forgetBuckets(db, ago(BUCKET_MS));
  await forgetSignInLinks(db, now);
  await forgetSessions(db, { now, oldest: ago(LONGEST_SESSION_MS) });
  await forgetIdempotencyKeys(db);
  await forgetExpiredPrivateParts(db, now);
  await forgetMessages(db, ago(MESSAGE_MS));
  await forgetBatchAddresses(db, now);
  for (const messageId of await overdueMessages(db, ago(OVERDUE_MS), BATCH)) {
    await ctx.queue.enqueue(db, deliverJob, { messageId });
  }
}
