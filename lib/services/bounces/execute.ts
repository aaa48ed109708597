import { beginBounceAttempt, failBounce, finishBounceAttempt } from "#lib/db/bounce-execution.ts";
import { announceBounce, lockTriage } from "#lib/db/bounces.ts";
import { redactTriage } from "#lib/triage/redact.ts";
import { requireWorker } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { patiently } from "../patiently.ts";
import { topCause } from "./triage.ts";

export type BounceExecution =
  /** The evidence of this attempt is stored. */
  | "stored"
  /** There was nothing to do, or another worker was faster. */
  | "superfluous";

/**
 * Gathers the evidence about a stored bounce. May be called any number of times and by several workers at once: it is
 * stored exactly once. No transaction is open while the network is asked. For workers only.
 */
export async function executeBounce({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly bounceId: string };
}): Promise<BounceExecution> {
  requireWorker(ctx.actor, "gather evidence");
  const attempt = await ctx.database.transaction(async db => {
    const begun = await beginBounceAttempt(db, input.bounceId);
    if (begun !== null) await announceBounce(db, begun.bounceId);
    return begun;
  });
  if (attempt === null) return "superfluous";
  const { report } = attempt.own ?? attempt.shared;
  const evidence = await ctx.examineBounce(report);
  const finishedAt = ctx.clock.now();
  return patiently(ctx, () =>
    ctx.database.transaction(async db => {
      // Read again: the owner may have told something, or had it forgotten, in the meantime.
      const now = await lockTriage(db, attempt.bounceId);
      if (now === null) return "superfluous";
      const own = now.own === null ? null : { ...now.own, evidence };
      // Masking needs to know the people, also those who were forgotten since the attempt began.
      const whole = own ?? { ...(attempt.own ?? now.shared), evidence, statements: now.shared.statements };
      const update = { own, shared: redactTriage(whole), cause: topCause(whole), finishedAt };
      const stored = await finishBounceAttempt(db, attempt, update);
      if (stored) await announceBounce(db, attempt.bounceId);
      return stored ? "stored" : "superfluous";
    }),
  );
}

/** Ends a bounce whose every attempt crashed: the report stays as it was read from the mail. For workers only. */
export async function abandonBounce({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly bounceId: string };
}): Promise<void> {
  requireWorker(ctx.actor, "gather evidence");
  const { bounceId } = input;
  await ctx.database.transaction(async db => {
    await failBounce(db, { bounceId, failure: "crashed", finishedAt: ctx.clock.now() });
    await announceBounce(db, bounceId);
  });
}
