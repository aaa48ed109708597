import type { Database } from "#lib/db/database.ts";
import type { Notifications } from "#lib/db/notifications.ts";
import type { BounceExaminer } from "#lib/engine/create-bounce-examiner.ts";
import type { BounceReader } from "#lib/engine/create-bounce-reader.ts";
import type { Scanner } from "#lib/engine/create-scanner.ts";
import type { ListLookup } from "#lib/engine/create-list-lookup.ts";
import type { TextLookup } from "#lib/engine/create-text-lookup.ts";
import type { JobQueue } from "#lib/jobs/queue.ts";
import type { Mailer } from "#lib/mailer/letter.ts";
import type { SendingEgress } from "#lib/net/egress.ts";
import type { Clock } from "#lib/values/clock.ts";
import type { IpAddress } from "#lib/values/ip-address.ts";
import type { Actor } from "./actor.ts";
import type { LimitPolicy } from "./limits/policy.ts";
import type { WatchPolicy } from "./monitors/policy.ts";

/** The house as verbs see it, the same for web, worker and tests. */
export interface House {
  readonly database: Database;
  readonly notifications: Notifications;
  readonly queue: JobQueue;
  readonly scanner: Scanner;
  readonly lookUpLists: ListLookup;
  readonly lookUpTexts: TextLookup;
  readonly readBounces: BounceReader;
  readonly examineBounce: BounceExaminer;
  readonly mailer: Mailer;
  /** The way to webhooks. */
  readonly egress: SendingEgress;
  /** The address of the pages in what is sent by workers, without a final slash. */
  readonly site: string;
  readonly limits: LimitPolicy;
  readonly watch: WatchPolicy;
  /** The secret of the installation, the same on all its machines; null where this process was not told it. */
  readonly secret: string | null;
  readonly clock: Clock;
  /** 22 base62 characters that nobody can guess: ids and capability tokens. */
  readonly newToken: () => string;
  /** A number from 0 up to 1, for spreading things over time. */
  readonly chance: () => number;
}

/** What every verb is called with: the house, and who asks. */
export interface ServiceContext extends House {
  readonly actor: Actor;
  /** Where the request came from; jobs come from nowhere. */
  readonly clientAddress?: IpAddress | null;
}
