import { tmpdir } from "node:os";
import { join } from "node:path";
import { BATCH_CHANNEL } from "#lib/db/batch-execution.ts";
import { BOUNCE_CHANNEL } from "#lib/db/bounces.ts";
import { openDatabase } from "#lib/db/database.ts";
import { openNotifications } from "#lib/db/notifications.ts";
import { SCAN_CHANNEL } from "#lib/db/scan-progress.ts";
import type { Answer, RecordType } from "#lib/dns/answer.ts";
import type { LookupOptions, Resolver } from "#lib/dns/resolver.ts";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import type { Fault } from "#lib/dns/zone/fault.ts";
import { type OpenQueue, openQueue } from "#lib/jobs/boss.ts";
import { createListLookup } from "#lib/engine/create-list-lookup.ts";
import { readTexts, type TextLookup } from "#lib/engine/create-text-lookup.ts";
import { createBounceReader } from "#lib/engine/create-bounce-reader.ts";
import type { BounceExaminer } from "#lib/engine/create-bounce-examiner.ts";
import type { Scanner } from "#lib/engine/create-scanner.ts";
import { createListHealthCache, DEFAULT_LISTS } from "#lib/mail/dnsbl/index.ts";
import { folderMailer } from "#lib/mailer/folder-mailer.ts";
import type { Mailer } from "#lib/mailer/letter.ts";
import type { SendingEgress } from "#lib/net/egress.ts";
import { createEgress } from "#lib/net/https-egress.ts";
import { runScan } from "#lib/scan/run-scan.ts";
import { gatherEvidence } from "#lib/triage/gather-evidence.ts";
import type { Actor } from "#lib/services/actor.ts";
import type { House, ServiceContext } from "#lib/services/context.ts";
import { type LimitPolicy, NO_LIMITS } from "#lib/services/limits/policy.ts";
import { type Clock, systemClock } from "#lib/values/clock.ts";
import { randomToken } from "#lib/values/random-token.ts";

export interface TestHouse extends House {
  readonly queue: OpenQueue;
  close(): Promise<void>;
}

export interface TestHouseOptions {
  readonly url: string;
  readonly role?: "worker" | "producer";
  readonly zone?: string;
  readonly clock?: Clock;
  readonly scanner?: Scanner;
  readonly examiner?: BounceExaminer;
  readonly texts?: TextLookup;
  readonly chance?: () => number;
  readonly mailer?: Mailer;
  readonly egress?: SendingEgress;
  readonly limits?: Partial<LimitPolicy>;
}

/** The real house on a real database; only the DNS world is a small one in memory. */
export async function openTestHouse(options: TestHouseOptions): Promise<TestHouse> {
  const { url, clock = systemClock } = options;
  const database = openDatabase(url, { poolSize: 5 });
  const notifications = openNotifications(url, [SCAN_CHANNEL, BOUNCE_CHANNEL, BATCH_CHANNEL]);
  const queue = await openQueue(url, { role: options.role ?? "producer", onError: () => {} });
  return {
    database,
    notifications,
    queue,
    clock,
    scanner: options.scanner ?? zoneScanner(options.zone ?? ""),
    readBounces: createBounceReader(),
    examineBounce: options.examiner ?? zoneExaminer(options.zone ?? "", clock),
    lookUpLists: createListLookup({
      servers: () => [],
      blocklists: { added: [], keys: new Map() },
      clock,
    }),
    lookUpTexts: options.texts ?? (name => readTexts(zoneResolver(options.zone ?? "", { clock }), name)),
    mailer: options.mailer ?? folderMailer({ folder: MAIL_FOLDER, from: "house@example.com", log: () => {} }),
    egress: options.egress ?? createEgress({ resolver: zoneResolver(options.zone ?? "", { clock }), clock }),
    site: "https://mailtriage.example.com",
    limits: { ...NO_LIMITS, ...options.limits },
    watch: { confirmAfterMs: 600_000 },
    secret: "the secret of an installation that only tests know",
    newToken: randomToken,
    chance: options.chance ?? Math.random,
    async close() {
      await queue.close(0);
      await notifications.close();
      await database.close();
    },
  };
}

const MAIL_FOLDER = join(tmpdir(), `mailtriage-test-outbox-${process.pid}`);

export const visitor = (house: House, browserKey: string | null = null): ServiceContext => ({
  ...house,
  actor: { kind: "visitor", browserKey },
});

/** Somebody signed in. */
export const account = (house: House, userId: string, browserKey: string | null = null): ServiceContext => ({
  ...house,
  actor: { kind: "account", userId, sessionId: null, browserKey },
});

export const worker = (house: House): ServiceContext => ({
  ...house,
  actor: { kind: "system", job: "test" } satisfies Actor,
});

/** The real evidence over a zone. */
export const zoneExaminer = (zone: string, clock: Clock = systemClock): BounceExaminer => {
  const resolver = zoneResolver(zone, { clock });
  return report =>
    gatherEvidence(report, {
      clock,
      lists: DEFAULT_LISTS,
      listHealth: createListHealthCache(clock),
      dnsFor: () => ({ resolver, health: async () => ({ healthy: true }) }),
    });
};

/** The real engine over a zone. */
export const zoneScanner =
  (zone: string, delayMs = 0, faults: readonly Fault[] = []): Scanner =>
  ({ domain, hints, onProgress }) => {
    const seen: Answer[] = [];
    return runScan({
      domain,
      sample: false,
      dns: {
        resolver: recording(zoneResolver(zone, { clock: systemClock, delayMs, faults }), seen),
        servers: ["memory"],
        answers: () => seen,
        health: async () => ({ healthy: true, problem: null, validating: null }),
      },
      egress: null,
      smtp: null,
      clock: systemClock,
      randomLabel: () => "f00d",
      hints,
      blocklists: { lists: [], health: createListHealthCache(systemClock) },
      onProgress,
    });
  };

const recording = (resolver: Resolver, seen: Answer[]): Resolver => ({
  async lookup<Type extends RecordType>(name: string, type: Type, options?: LookupOptions) {
    const answer = await resolver.lookup(name, type, options);
    seen.push(answer);
    return answer;
  },
});
