import type { AuthOptions } from "next-auth";
import type { ProviderHosts } from "#lib/auth/oauth-providers.ts";
import { authOptions } from "#lib/auth/options.ts";
import type { SignInSettings } from "#lib/auth/providers.ts";
import { browserKeyHashOf, secretHash } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { ServiceError } from "../service-error.ts";
import { claimBrowser } from "./claim.ts";
import { IDLE_SESSION_MS, LONGEST_SESSION_MS } from "./session-limits.ts";

export interface SignInDoor {
  readonly settings: SignInSettings;
  /** Where the providers live, if not where they do. */
  readonly hosts?: ProviderHosts;
  /** What to call the browser in the list of sessions. */
  readonly device: string | null;
  /** The site is reached over TLS. */
  readonly secure: boolean;
  readonly log: (line: string) => void;
}

/** next-auth for one request of this actor. Refuses with `unavailable` where no secret is set. */
export function authOptionsFor(ctx: ServiceContext, door: SignInDoor): AuthOptions {
  const { actor, secret, database, clock, newToken } = ctx;
  if (secret === null) throw new ServiceError("unavailable", "Signing in is not set up here.");
  const browserKey = "browserKey" in actor ? actor.browserKey : null;
  return authOptions({
    adapter: {
      db: database.db,
      now: () => clock.now(),
      newId: newToken,
      hash: secretHash,
      browserKeyHash: browserKeyHashOf(actor),
      device: door.device,
      idleMs: IDLE_SESSION_MS,
      longestMs: LONGEST_SESSION_MS,
    },
    ...door,
    secret,
    newToken,
    onSignIn: userId => claimBrowser({ database }, { userId, browserKey }),
  });
}
