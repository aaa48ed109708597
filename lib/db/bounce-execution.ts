import { readStoredTriage, type StoredTriage } from "#lib/triage/stored-triage.ts";
import { type BounceFailure, privateTriage, type TriageUpdate, updateTriage } from "./bounces.ts";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** One worker's claim on a bounce. A later attempt takes it away from an earlier one. */
export interface BounceAttempt {
  readonly bounceId: string;
  readonly attempt: number;
  readonly shared: StoredTriage;
  /** What may be asked about people, too; null once it is forgotten. */
  readonly own: StoredTriage | null;
}

/** Takes a bounce up; null when there is none or its evidence is there already. */
export async function beginBounceAttempt(db: Db, bounceId: string): Promise<BounceAttempt | null> {
  const [row] = await prismaOf(db).bounce.updateManyAndReturn({
    where: { id: bounceId, status: { in: ["pending", "running"] } },
    data: { status: "running", attempt: { increment: 1 } },
    select: { attempt: true, report: true, rawText: true, privateReport: true },
  });
  if (row === undefined) return null;
  const { attempt, report } = row;
  return { bounceId, attempt, shared: readStoredTriage(report), own: privateTriage(row) };
}

/**
 * Stores the evidence of an attempt, unless a later one has begun or the bounce is finished: then nothing changes and
 * the answer is false. Call it in a transaction.
 */
export async function finishBounceAttempt(
  db: Db,
  { bounceId, attempt }: Pick<BounceAttempt, "bounceId" | "attempt">,
  { finishedAt, ...update }: TriageUpdate & { readonly finishedAt: Date },
): Promise<boolean> {
  const { count } = await prismaOf(db).bounce.updateMany({
    where: { id: bounceId, attempt, status: "running" },
    data: { status: "done", finishedAt },
  });
  if (count === 0) return false;
  await updateTriage(db, bounceId, update);
  return true;
}

/** Ends a bounce without evidence; what was read from the mail stays. False where it is finished. */
export async function failBounce(
  db: Db,
  {
    bounceId,
    failure,
    finishedAt,
  }: { readonly bounceId: string; readonly failure: BounceFailure; readonly finishedAt: Date },
): Promise<boolean> {
  const { count } = await prismaOf(db).bounce.updateMany({
    where: { id: bounceId, status: { in: ["pending", "running"] } },
    data: { status: "failed", failure, finishedAt },
  });
  return count > 0;
}
