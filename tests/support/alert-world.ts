import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, inject } from "vitest";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import type { Mailer } from "#lib/mailer/letter.ts";
import { smtpMailer } from "#lib/mailer/smtp-mailer.ts";
import type { SendingEgress } from "#lib/net/egress.ts";
import { createEgress } from "#lib/net/https-egress.ts";
import type { AlertedChange } from "#lib/services/alerts/alert.ts";
import { raiseAlert } from "#lib/services/alerts/raise.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { deliverMessage, type MessageFate } from "#lib/services/outbox/deliver.ts";
import { randomToken } from "#lib/values/random-token.ts";
import { storeAccount } from "./account.ts";
import { certificateAuthority } from "./certificates.ts";
import { fixedClock, type MovedClock } from "./fixed-clock.ts";
import { freshDatabase } from "./fresh-database.ts";
import { type MailServer, startMailServer } from "./mail-server.ts";
import { account, openTestHouse, type TestHouse, worker } from "./test-house.ts";
import { startWebhook, type Webhook } from "./webhook-receiver.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface WatchedDomain {
  readonly id: string;
  readonly ownerId: string;
  readonly domain: string;
  readonly provenAt: Date | null;
}

export interface AlertWorld {
  readonly house: TestHouse;
  readonly sql: Client;
  readonly clock: MovedClock;
  readonly mails: MailServer;
  /** A receiver over TLS, by the name hooks.example.com. */
  readonly webhook: Webhook;
  readonly mailer: Mailer;
  as(userId: string): ServiceContext;
  worker(): ServiceContext;
  newAccount(email?: string): Promise<string>;
  watch(ownerId: string, domain: string, more?: { proven?: boolean }): Promise<WatchedDomain>;
  /** Watches so many domains with one statement. */
  watchMany(ownerId: string, count: number): Promise<readonly WatchedDomain[]>;
  /** Confirms a change of that domain; gives its id. */
  change(monitor: WatchedDomain, changes?: readonly AlertedChange[], scanId?: string): Promise<string>;
  /** Says that the domain cannot be checked. */
  fail(monitor: WatchedDomain): Promise<void>;
  /** Lets workers deliver what is due, until nothing is; what each attempt came to. */
  deliverDue(ctx?: ServiceContext): Promise<readonly MessageFate[]>;
}

const authority = certificateAuthority();
const HOOKS = authority.issue({ names: ["hooks.example.com"] });
const ZONE =
  '$ORIGIN example.com.\n@ SOA ns hostmaster 1 1 1 1 1\n@ MX 10 mx\nmx A 192.0.2.2\n_dmarc TXT "v=DMARC1; p=none"\nhooks A 127.0.0.1\n';

/** A house that alerts: real database, real SMTP server, real TLS receiver, and a clock to be moved. */
export function alertWorld(): AlertWorld {
  let house: TestHouse;
  let sql: Client;
  let url: string;
  let mails: MailServer;
  let webhook: Webhook;
  let mailer: Mailer;
  let clock: MovedClock;
  let egress: SendingEgress;

  beforeAll(async () => {
    url = await freshDatabase(inject("postgresUrl"));
    house = await openTestHouse({ url, zone: ZONE });
    sql = new Client({ connectionString: url });
    await sql.connect();
  });
  afterAll(async () => {
    await sql.end();
    await house.close();
  });
  beforeEach(async () => {
    clock = fixedClock();
    mails = await startMailServer();
    mailer = smtpMailer({ url: mails.url, from: "mailtriage@example.org" });
    webhook = await startWebhook(HOOKS);
    egress = createEgress({
      resolver: zoneResolver(ZONE, { clock }),
      isAllowed: () => true,
      ca: authority.cert,
      port: webhook.port,
    });
  });
  afterEach(async () => {
    await mailer.close();
    await mails.close();
    await webhook.close();
    await sql.query("UPDATE outbox SET given_up_at = now() WHERE sent_at IS NULL AND given_up_at IS NULL");
  });

  const parts = () => ({ clock, mailer, egress });
  const world: AlertWorld = {
    get house() {
      return house;
    },
    get sql() {
      return sql;
    },
    get clock() {
      return clock;
    },
    get mails() {
      return mails;
    },
    get webhook() {
      return webhook;
    },
    get mailer() {
      return mailer;
    },
    as: userId => ({ ...account(house, userId), ...parts() }),
    worker: () => ({ ...worker(house), ...parts() }),
    newAccount: email => storeAccount(url, email),
    async watch(ownerId, domain, { proven = false } = {}) {
      const id = randomToken();
      const now = clock.now();
      const provenAt = proven ? now : null;
      await sql.query(
        `INSERT INTO monitors (id, owner_id, domain, interval_seconds, next_run_at, challenge, challenge_expires_at, proven_at, created_at)
         VALUES ($1, $2, $3, 86400, $4, 'c', $4, $5, $4)`,
        [id, ownerId, domain, now, provenAt],
      );
      return { id, ownerId, domain, provenAt };
    },
    async watchMany(ownerId, count) {
      const { rows } = await sql.query<{ id: string; domain: string }>(
        `INSERT INTO monitors (id, owner_id, domain, interval_seconds, next_run_at, challenge, challenge_expires_at, created_at)
         SELECT 'many' || lpad(n::text, 18, '0'), $1, 'many' || n || '.com', 86400, $2, 'c', $2, $2
         FROM generate_series(1, $3::int) AS n RETURNING id, domain`,
        [ownerId, clock.now(), count],
      );
      return rows.map(row => ({ ...row, ownerId, provenAt: null }));
    },
    async change(monitor, changes = [WORSE], scanId = randomToken()) {
      const changeId = randomToken();
      const now = clock.now();
      await sql.query(
        `INSERT INTO monitor_changes (id, monitor_id, after_scan_id, changes, noticed_at, confirmed_at)
         VALUES ($1, $2, $3, '[]', $4, $4)`,
        [changeId, monitor.id, scanId, now],
      );
      const occasion = { kind: "changed", changeId, afterScanId: scanId, changes } as const;
      await house.database.transaction(db => raiseAlert({ ...house, clock }, db, { monitor, occasion }));
      return changeId;
    },
    async fail(monitor) {
      const since = clock.now();
      await sql.query("UPDATE monitors SET failing_since = $2, failure_told_at = $2 WHERE id = $1", [
        monitor.id,
        since,
      ]);
      const occasion = { kind: "unverifiable", since } as const;
      await house.database.transaction(db => raiseAlert({ ...house, clock }, db, { monitor, occasion }));
    },
    async deliverDue(ctx = world.worker()) {
      const fates: MessageFate[] = [];
      for (;;) {
        const { rows } = await sql.query(
          "SELECT id FROM outbox WHERE sent_at IS NULL AND given_up_at IS NULL AND next_attempt_at <= $1 ORDER BY created_at, id",
          [clock.now()],
        );
        if (rows.length === 0) return fates;
        for (const { id } of rows) fates.push(await deliverMessage({ ctx, input: { messageId: id } }));
      }
    },
  };
  return world;
}

export const WORSE: AlertedChange = {
  checkId: "dmarc-policy",
  sentence: "DMARC policy went from quarantine to none",
  direction: "worse",
};
