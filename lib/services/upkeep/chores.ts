import type { Chore } from "./chore.ts";
import { alerts } from "./chores/alerts.ts";
import { apiKeys } from "./chores/api-keys.ts";
import { batchAddresses } from "./chores/batch-addresses.ts";
import { batches } from "./chores/batches.ts";
import { bounces } from "./chores/bounces.ts";
import { buckets } from "./chores/buckets.ts";
import { heartbeats } from "./chores/heartbeats.ts";
import { idempotencyKeys } from "./chores/idempotency-keys.ts";
import { lostMessages } from "./chores/lost-messages.ts";
import { lostRuns } from "./chores/lost-runs.ts";
import { messages } from "./chores/messages.ts";
import { monitorChanges } from "./chores/monitor-changes.ts";
import { plainReports } from "./chores/plain-reports.ts";
import { privateParts } from "./chores/private-parts.ts";
import { scanBatches } from "./chores/scan-batches.ts";
import { scans } from "./chores/scans.ts";
import { sessions } from "./chores/sessions.ts";
import { shareLinks } from "./chores/share-links.ts";
import { signInLinks } from "./chores/sign-in-links.ts";

/** In the order of doing: what is promised to people first, what there is most of last. */
export const CHORES: readonly Chore[] = [
  lostMessages,
  lostRuns,
  privateParts,
  batchAddresses,
  signInLinks,
  sessions,
  idempotencyKeys,
  buckets,
  heartbeats,
  messages,
  alerts,
  monitorChanges,
  shareLinks,
  apiKeys,
  bounces,
  batches,
  scanBatches,
  plainReports,
  scans,
];

/** Tables that need no chore, by their model, and why. */
export const BOUNDED_OTHERWISE: Readonly<Record<string, string>> = {
  User: "As many as there are people; each deletes their own.",
  Account: "One for each way in which a person signs in; goes with the person.",
  Monitor: "At most 200 for each person; goes with the person.",
  AlertChannel: "A few for each person; goes with the person.",
};

/** What pg-boss keeps bounded by itself, by the settings of lib/jobs/boss.ts. */
export const QUEUE_TABLES: Readonly<Record<string, string>> = {
  job: "Parent of the partition `job_common`; holds no rows itself.",
  job_common:
    "Finished jobs go after an hour, dead letters after a week, jobs that nobody took up after two.",
  job_dependency: "Not used.",
  queue: "One row for each kind of job and its dead letters.",
  queue_stats: "Not used: statistics are off. Its partitions are one a day, made and dropped by the queue.",
  schedule: "One row for each scheduled kind of job.",
  subscription: "Not used.",
  bam: "One row for each migration of the queue.",
  version: "One row.",
  warning: "Not used: warnings go to the log.",
};
