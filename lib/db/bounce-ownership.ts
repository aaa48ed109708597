import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import type { Requester } from "./requester.ts";
import { ownedBy } from "./requester.ts";

/** Deletes a bounce of this requester, with the links to it; false where there is none. */
export async function deleteBounce(db: Db, id: string, requester: Requester): Promise<boolean> {
  const { count } = await prismaOf(db).bounce.deleteMany({ where: { id, ...ownedBy(requester) } });
  return count > 0;
}

/** Deletes a batch of this requester with all its mails; false where there is none. */
export async function deleteBatch(db: Db, id: string, requester: Requester): Promise<boolean> {
  const { count } = await prismaOf(db).batch.deleteMany({ where: { id, ...ownedBy(requester) } });
  return count > 0;
}
