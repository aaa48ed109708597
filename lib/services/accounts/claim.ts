import { claimForAccount } from "#lib/db/claims.ts";
import { secretHash } from "../actor.ts";
import type { House } from "../context.ts";

/** Gives an account what the browser asked for in which it has just been signed in to. */
export async function claimBrowser(
  { database }: Pick<House, "database">,
  { userId, browserKey }: { userId: string; browserKey: string | null },
): Promise<void> {
  if (browserKey === null) return;
  await database.transaction(db => claimForAccount(db, { userId, browserKeyHash: secretHash(browserKey) }));
}
