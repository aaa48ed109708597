import { hostname } from "node:os";
import { join } from "node:path";
import { type SignInSettings, signInSettingsOf } from "#lib/auth/providers.ts";
import { BATCH_CHANNEL } from "#lib/db/batch-execution.ts";
import { BOUNCE_CHANNEL } from "#lib/db/bounces.ts";
import { openDatabase } from "#lib/db/database.ts";
import { openNotifications } from "#lib/db/notifications.ts";
import { SCAN_CHANNEL } from "#lib/db/scan-progress.ts";
import { parseDohServer, parseServers, systemServers } from "#lib/dns/system-servers.ts";
import { loadSampleResolver, loadSampleWorld } from "#lib/engine/sample-world.ts";
import type { DnsServer } from "#lib/dns/transports/server.ts";
import type { BlocklistAccess } from "#lib/engine/blocklist-access.ts";
import { createListLookup } from "#lib/engine/create-list-lookup.ts";
import { createTextLookup } from "#lib/engine/create-text-lookup.ts";
import { createBounceExaminer } from "#lib/engine/create-bounce-examiner.ts";
import { createBounceReader } from "#lib/engine/create-bounce-reader.ts";
import { createScanner } from "#lib/engine/create-scanner.ts";
import { createWebhookEgress } from "#lib/engine/create-webhook-egress.ts";
import { type Env, EnvError, loadEnv } from "#lib/env.ts";
import { openQueue } from "#lib/jobs/boss.ts";
import { type ClosableQueue, lazyQueue } from "#lib/jobs/queue.ts";
import { folderMailer } from "#lib/mailer/folder-mailer.ts";
import type { Mailer } from "#lib/mailer/letter.ts";
import { smtpMailer } from "#lib/mailer/smtp-mailer.ts";
import type { House } from "#lib/services/context.ts";
import type { LimitPolicy } from "#lib/services/limits/policy.ts";
import { systemClock } from "#lib/values/clock.ts";
import { randomToken } from "#lib/values/random-token.ts";

/** Built from the environment once, when the first request or job needs it. */
export interface OpenHouse extends House {
  readonly settings: Settings;
  close(): Promise<void>;
}

export interface Settings {
  /** The address under which people reach the house, without a final slash; null: that of the request. */
  readonly publicUrl: string | null;
  readonly workerConcurrency: number;
  readonly signIn: SignInSettings;
  /** Whether programs without a key may scan. */
  readonly anonymousApi: boolean;
}

/** The house with the queue of the given role. The caller closes what it opened. */
export function openHouse<Queue extends ClosableQueue>(
  env: Env,
  queue: Queue,
  log: (line: string) => void = () => {},
): OpenHouse & { queue: Queue } {
  const url = databaseUrlOf(env);
  const database = openDatabase(url, { poolSize: Math.max(10, env.WORKER_CONCURRENCY + 2) });
  const notifications = openNotifications(url, [SCAN_CHANNEL, BOUNCE_CHANNEL, BATCH_CHANNEL]);
  const mailer = mailerOf(env, log);
  const publicUrl = env.PUBLIC_URL?.replace(/\/+$/, "") ?? null;
  return {
    database,
    notifications,
    queue,
    scanner: onFirstUse(() =>
      createScanner({
        servers: dnsServersOf(env),
        sample: loadSampleWorld(systemClock),
        blocklists: blocklistAccessOf(env),
        heloName: env.SMTP_PROBES === "on" ? (env.SMTP_HELO_NAME ?? hostname()) : null,
        clock: systemClock,
      }),
    ),
    lookUpLists: createListLookup({
      servers: dnsServersOf(env),
      blocklists: blocklistAccessOf(env),
      clock: systemClock,
    }),
    lookUpTexts: onFirstUse(() =>
      createTextLookup({ servers: dnsServersOf(env), sample: loadSampleResolver(), clock: systemClock }),
    ),
    readBounces: createBounceReader(),
    examineBounce: onFirstUse(() =>
      createBounceExaminer({
        servers: dnsServersOf(env),
        sample: loadSampleResolver(),
        blocklists: blocklistAccessOf(env),
        clock: systemClock,
      }),
    ),
    mailer,
    egress: createWebhookEgress({ servers: dnsServersOf(env), clock: systemClock }),
    site: publicUrl ?? `http://localhost:${env.PORT}`,
    limits: limitsOf(env),
    watch: { confirmAfterMs: env.WATCH_CONFIRM_SECONDS * 1_000 },
    secret: env.AUTH_SECRET ?? null,
    clock: systemClock,
    newToken: randomToken,
    chance: Math.random,
    settings: {
      publicUrl,
      workerConcurrency: env.WORKER_CONCURRENCY,
      signIn: signInSettingsOf(env),
      anonymousApi: env.API_ANONYMOUS === "on",
    },
    async close() {
      await queue.close();
      await mailer.close();
      await notifications.close();
      await database.close();
    },
  };
}

function mailerOf({ SMTP_URL, MAIL_FROM, PUBLIC_URL, DATA_DIR }: Env, log: (line: string) => void): Mailer {
  const host = PUBLIC_URL === undefined ? "localhost" : new URL(PUBLIC_URL).hostname;
  const from = MAIL_FROM ?? `mailtriage@${host}`;
  return SMTP_URL === undefined
    ? folderMailer({ folder: join(DATA_DIR, "outbox"), from, log })
    : smtpMailer({ url: SMTP_URL, from });
}

const limitsOf = (env: Env): LimitPolicy => ({
  workPerAddress: env.LIMIT_WORK_PER_ADDRESS,
  workPerAccount: env.LIMIT_WORK_PER_ACCOUNT,
  scansPerDomain: env.LIMIT_SCANS_PER_DOMAIN,
  signInsPerAddress: env.LIMIT_SIGN_INS_PER_ADDRESS,
  mailsPerMailbox: env.LIMIT_MAILS_PER_MAILBOX,
  missesPerAddress: env.LIMIT_MISSES_PER_ADDRESS,
  requestsPerKey: env.LIMIT_API_REQUESTS_PER_KEY,
  requestsPerAddress: env.LIMIT_API_REQUESTS_PER_ADDRESS,
  waitingScans: env.LIMIT_WAITING_SCANS,
});

function blocklistAccessOf({ BLOCKLISTS, SPAMHAUS_DQS_KEY, ABUSIX_KEY }: Env): BlocklistAccess {
  const keys = Object.entries({ SPAMHAUS_DQS_KEY, ABUSIX_KEY });
  return {
    added: BLOCKLISTS,
    keys: new Map(keys.flatMap(([name, key]) => (key === undefined ? [] : [[name, key]]))),
  };
}

/** A web process neither scans nor gathers evidence: there the engines are not even put together. */
function onFirstUse<Order, Result>(make: () => (order: Order) => Result): (order: Order) => Result {
  let made: ((order: Order) => Result) | null = null;
  return order => (made ??= make())(order);
}

/** The one house of a web process. Next loads this module several times over; the house is built once. */
export function house(): OpenHouse {
  const shared = globalThis as { [HOUSE]?: OpenHouse };
  shared[HOUSE] ??= openWebHouse();
  return shared[HOUSE];
}

const HOUSE = Symbol.for("mailtriage.house");

function openWebHouse(): OpenHouse {
  const env = loadEnv();
  return openHouse(
    env,
    lazyQueue(() => openQueue(databaseUrlOf(env), { role: "producer", onError: () => {} })),
  );
}

/** Only the supervisor can do without: it starts a database and names it to its children. */
export function databaseUrlOf({ DATABASE_URL }: Env): string {
  if (DATABASE_URL === undefined)
    throw new EnvError("DATABASE_URL is not set; it names the PostgreSQL to use.");
  return DATABASE_URL;
}

function dnsServersOf({ DNS_SERVERS, DNS_DOH_URL }: Env): () => readonly DnsServer[] {
  if (DNS_DOH_URL !== undefined) {
    const doh = parseDohServer(DNS_DOH_URL);
    if (!doh.ok) throw new EnvError(`DNS_DOH_URL cannot be used: ${doh.error}`);
    return () => [doh.value];
  }
  if (DNS_SERVERS.length === 0) return systemServers;
  const servers = parseServers(DNS_SERVERS.join(","));
  if (!servers.ok) throw new EnvError(`DNS_SERVERS holds “${servers.error}”, which is no address.`);
  return () => servers.value;
}
