import { requesterOf } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { unauthenticated } from "../service-error.ts";

/** The account whose batches these are, asked for by a person or by a key. Refuses with `unauthenticated`. */
export function batchOwner({ actor }: ServiceContext): string {
  const { ownerId } = requesterOf(actor);
  if (ownerId === null) throw unauthenticated();
  return ownerId;
}
