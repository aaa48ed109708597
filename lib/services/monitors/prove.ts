import { editMonitor, findMonitor, type Monitor } from "#lib/db/monitors.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForWork } from "../limits/charges.ts";
import { spend } from "../limits/spend.ts";
import { ServiceError } from "../service-error.ts";
import { newChallenge } from "./challenge.ts";
import { monitorNamed, noSuchMonitor } from "./owner.ts";
import { lookForProof, type ProofAnswer } from "./proof.ts";
import type { MonitorIdInput } from "./schemas.ts";

/**
 * Looks now whether the domain shows the record that proves control, and remembers what is certain: a record that
 * is there proves it, one that is gone takes the proof back, a lookup that failed changes nothing. Paid for like a
 * scan. Refuses with `not-found`, `limited`, or `conflict` once the value has expired.
 */
export async function proveMonitor({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: MonitorIdInput;
}): Promise<ProofAnswer> {
  const name = monitorNamed(ctx, input.id, "monitors:write");
  const { db } = ctx.database;
  const monitor = await findMonitor(db, name);
  if (monitor === null) throw noSuchMonitor();
  if (hasExpired(ctx, monitor)) {
    throw new ServiceError("conflict", "This value has expired. Make a new one and publish that.");
  }
  await spend(ctx, db, chargeForWork(ctx));
  const answer = await lookForProof(ctx, { domain: monitor.domain, value: monitor.proof.value });
  await editMonitor(db, name, proofEdit(ctx, monitor, answer));
  return answer;
}

/** Makes a new value for the record. What was proven with the old one is so no longer. Refuses with `not-found`. */
export async function renewChallenge({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: MonitorIdInput;
}): Promise<void> {
  const name = monitorNamed(ctx, input.id, "monitors:write");
  const done = await editMonitor(ctx.database.db, name, {
    ...newChallenge(ctx),
    provenAt: null,
    proofSeenAt: null,
  });
  if (!done) throw noSuchMonitor();
}

/** A value that has proven something holds as long as its record is there. */
export const hasExpired = ({ clock }: Pick<ServiceContext, "clock">, { proof }: Monitor): boolean =>
  proof.provenAt === null && proof.expiresAt <= clock.now();

export function proofEdit(
  { clock }: Pick<ServiceContext, "clock">,
  { proof }: Pick<Monitor, "proof">,
  { outcome }: ProofAnswer,
) {
  const now = clock.now();
  if (outcome === "found") return { provenAt: proof.provenAt ?? now, proofSeenAt: now };
  return outcome === "unchecked" ? {} : { provenAt: null };
}
