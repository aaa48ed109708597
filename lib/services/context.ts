import type { Database } from "#lib/db/database.ts";
import type { Notifications } from "#lib/db/notifications.ts";
import type { Scanner } from "#lib/engine/create-scanner.ts";
import type { ListLookup } from "#lib/engine/create-list-lookup.ts";
import type { JobQueue } from "#lib/jobs/queue.ts";
import type { Clock } from "#lib/values/clock.ts";
import type { Actor } from "./actor.ts";

/** The house as verbs see it, the same for web, worker and tests. */
export interface House {
  readonly database: Database;
  readonly notifications: Notifications;
  readonly queue: JobQueue;
  readonly scanner: Scanner;
  readonly lookUpLists: ListLookup;
  readonly clock: Clock;
  /** 22 base62 characters that nobody can guess: ids and capability tokens. */
  readonly newToken: () => string;
}

/** What every verb is called with: the house, and who asks. */
export interface ServiceContext extends House {
  readonly actor: Actor;
}
