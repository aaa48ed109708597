import { findLiveSession, noteSessionUse } from "#lib/db/sessions.ts";
import { secretHash } from "../actor.ts";
import type { House } from "../context.ts";
import { IDLE_SESSION_MS, LONGEST_SESSION_MS, NOTE_USE_MS } from "./session-limits.ts";

export interface CurrentSession {
  readonly id: string;
  readonly userId: string;
}

/** Who is signed in with what the cookie holds; null where that session has ended. Use keeps it alive. */
export async function findSession(
  { database, clock }: Pick<House, "database" | "clock">,
  token: string,
): Promise<CurrentSession | null> {
  const now = clock.now();
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const session = await findLiveSession(database.db, {
    tokenHash: secretHash(token),
    now,
    oldest: ago(LONGEST_SESSION_MS),
  });
  if (session === null) return null;
  if (session.seenAt < ago(NOTE_USE_MS)) {
    const expiresAt = new Date(now.getTime() + IDLE_SESSION_MS);
    await noteSessionUse(database.db, { id: session.id, now, expiresAt });
  }
  return { id: session.id, userId: session.userId };
}
