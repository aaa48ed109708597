import { createHash } from "node:crypto";
import { insideTransaction } from "#lib/db/database.ts";
import { claimIdempotencyKey, storeOutcome } from "#lib/db/idempotency.ts";
import type { ServiceContext } from "./context.ts";
import { networkOf } from "./limits/network.ts";
import { ServiceError } from "./service-error.ts";

export interface IdempotentRequest {
  /** What the client made up for this request. */
  readonly key: string;
  /** Everything that tells one request from another: the operation and its input. */
  readonly request: unknown;
}

export interface Settled<Value> {
  /** What the work gave: small plain JSON without secrets, such as ids from which the rest is read again. */
  readonly outcome: Value;
  /** The work was done by an earlier request with this key. */
  readonly replayed: boolean;
}

/**
 * Does work once for a key of whoever asks. Claim, work and outcome are one transaction: when a process dies,
 * all of it is undone and the key is free; when two come at once, the second waits and gets the outcome of the
 * first. A refusal leaves the key free. Refuses with `key-reused` when the key came with another request.
 */
export async function idempotently<Value>(
  { ctx, input }: { ctx: ServiceContext; input: IdempotentRequest },
  work: (ctx: ServiceContext) => Promise<Value>,
): Promise<Settled<Value>> {
  const name = { actor: actorName(ctx), key: input.key };
  const bodyHash = createHash("sha256").update(JSON.stringify(input.request)).digest("hex");
  return ctx.database.transaction(async db => {
    const claim = await claimIdempotencyKey(db, name, bodyHash);
    if (claim.state === "used") {
      if (claim.bodyHash !== bodyHash) throw keyReused();
      // The hash covers the operation: the outcome is one of this work.
      return { outcome: claim.outcome as Value, replayed: true };
    }
    const outcome = await work({ ...ctx, database: insideTransaction(ctx.database, db) });
    await storeOutcome(db, name, outcome);
    return { outcome, replayed: false };
  });
}

const keyReused = (): ServiceError =>
  new ServiceError(
    "key-reused",
    "This Idempotency-Key came with another request before. Take a new key for a new request.",
  );

/** Keys of one account are not those of another, and whoever has no account is known by the network. */
function actorName({ actor, clientAddress }: ServiceContext): string {
  if (actor.kind === "api-key") return `account:${actor.accountId}`;
  if (actor.kind === "account") return `account:${actor.userId}`;
  return clientAddress ? `address:${networkOf(clientAddress)}` : actor.kind;
}
