import type { Answer } from "#lib/dns/answer.ts";
import type { Database } from "#lib/db/database.ts";
import type { Notifications } from "#lib/db/notifications.ts";
import type { JobQueue } from "#lib/jobs/queue.ts";
import type { ScanHints } from "#lib/scan/define-probe.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import type { ScanProgress } from "#lib/scan/run-scan.ts";
import type { Clock } from "#lib/values/clock.ts";
import type { DomainName } from "#lib/values/domain-name.ts";
import type { Actor } from "./actor.ts";

export interface ScanOrder {
  readonly domain: DomainName;
  readonly hints: ScanHints;
  readonly onProgress: (progress: ScanProgress) => void;
}

/** The engine with its resolver, egress and clock already in place. */
export type Scanner = (order: ScanOrder) => Promise<{ report: ScanReport; transcript: readonly Answer[] }>;

/** The house as verbs see it, the same for web, worker and tests. */
export interface House {
  readonly database: Database;
  readonly notifications: Notifications;
  readonly queue: JobQueue;
  readonly scanner: Scanner;
  readonly clock: Clock;
  /** 22 base62 characters that nobody can guess: ids and capability tokens. */
  readonly newToken: () => string;
}

/** What every verb is called with: the house, and who asks. */
export interface ServiceContext extends House {
  readonly actor: Actor;
}
