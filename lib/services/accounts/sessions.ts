import {
  deleteSessionByToken,
  deleteSessions,
  listSessions as findSessions,
  type SessionSummary,
} from "#lib/db/sessions.ts";
import { accountOf, secretHash } from "../actor.ts";
import type { House, ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { notFound } from "../service-error.ts";
import { EndSessionInput } from "./schemas.ts";
import { LONGEST_SESSION_MS } from "./session-limits.ts";

export interface SessionView extends SessionSummary {
  /** The one that this request came with. */
  readonly current: boolean;
}

/** The sessions of this account, the one used last first. Refuses with `unauthenticated`. */
export async function listSessions({ ctx }: { ctx: ServiceContext }): Promise<readonly SessionView[]> {
  const { userId, sessionId } = accountOf(ctx.actor);
  const now = ctx.clock.now();
  const oldest = new Date(now.getTime() - LONGEST_SESSION_MS);
  const sessions = await findSessions(ctx.database.db, { userId, now, oldest });
  return sessions.map(session => ({ ...session, current: session.id === sessionId }));
}

/** Ends one session of this account at once. Refuses with `unauthenticated` or `not-found`. */
export async function endSession({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: EndSessionInput;
}): Promise<void> {
  const { userId } = accountOf(ctx.actor);
  const { id } = readInput(EndSessionInput, input);
  if ((await deleteSessions(ctx.database.db, { userId, id })) === 0) throw notFound("session");
}

/** Signs out everywhere: every session of this account ends, this one included. */
export async function endAllSessions({ ctx }: { ctx: ServiceContext }): Promise<void> {
  const { userId } = accountOf(ctx.actor);
  await deleteSessions(ctx.database.db, { userId });
}

/** Ends the session of what a cookie holds, whoever's it is: who has the cookie has the session. */
export const signOut = ({ database }: Pick<House, "database">, token: string): Promise<void> =>
  deleteSessionByToken(database.db, secretHash(token));
