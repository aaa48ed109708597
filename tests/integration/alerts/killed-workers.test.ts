import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { deliverJob } from "#lib/jobs/definitions.ts";
import { raiseAlert } from "#lib/services/alerts/raise.ts";
import { randomToken } from "#lib/values/random-token.ts";
import { WORSE } from "../../support/alert-world.ts";
import { storeAccount } from "../../support/account.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { type MailServer, startMailServer } from "../../support/mail-server.ts";
import { openTestHouse, type TestHouse } from "../../support/test-house.ts";
import { startWorkerProcess, type WorkerProcess } from "../../support/worker-process.ts";

/** Real workers, killed while they deliver: nothing is lost, and what comes twice is the same to its receiver. */

const PEOPLE = 24;
const KILLS = 5;

let url: string;
let house: TestHouse;
let sql: Client;
let server: MailServer;
let worker: WorkerProcess;

beforeAll(async () => {
  url = await freshDatabase(inject("postgresUrl"));
  house = await openTestHouse({ url });
  sql = new Client({ connectionString: url });
  await sql.connect();
  server = await startMailServer();
  worker = startWorker();
});

afterAll(async () => {
  await worker.kill("SIGKILL");
  await server.close();
  await sql.end();
  await house.close();
});

const startWorker = () =>
  startWorkerProcess({
    DATABASE_URL: url,
    DNS_SERVERS: "127.0.0.1:9",
    AUTH_SECRET: house.secret ?? "",
    SMTP_URL: server.url,
    PUBLIC_URL: "https://mailtriage.example.com",
  });

async function alertSomebody(address: string): Promise<void> {
  const ownerId = await storeAccount(url, address);
  const id = randomToken();
  await sql.query(
    `INSERT INTO monitors (id, owner_id, domain, interval_seconds, next_run_at, challenge, challenge_expires_at, created_at)
     VALUES ($1, $2, 'contoso.com', 86400, now() + interval '1 day', 'c', now(), now())`,
    [id, ownerId],
  );
  const monitor = { id, ownerId, domain: "contoso.com", provenAt: null };
  const occasion = { kind: "changed", changeId: id, afterScanId: id, changes: [WORSE] } as const;
  await house.database.transaction(db => raiseAlert(house, db, { monitor, occasion }));
}

const unsent = async (): Promise<readonly string[]> =>
  (await sql.query("SELECT id FROM outbox WHERE sent_at IS NULL")).rows.map(({ id }) => id);

/** As if the time were over in which a delivery by somebody who died might still be under way. */
async function deliverOverdue(): Promise<void> {
  await sql.query("UPDATE outbox SET next_attempt_at = now() WHERE sent_at IS NULL");
  for (const messageId of await unsent())
    await house.queue.enqueue(house.database.db, deliverJob, { messageId });
}

test("no alert is lost, and none comes twice under two names", { timeout: 300_000 }, async () => {
  const addresses = Array.from({ length: PEOPLE }, (_, n) => `killed${n}@example.com`);
  const raising = (async () => {
    for (const address of addresses) {
      await alertSomebody(address);
      await house.clock.sleep(500);
    }
  })();
  for (let kill = 0; kill < KILLS; kill += 1) {
    // In the middle of deliveries: at least one more has come, and others wait.
    const before = server.mails.length;
    await expect.poll(() => server.mails.length, { timeout: 60_000 }).toBeGreaterThan(before);
    await house.clock.sleep(kill * 35);
    await worker.kill("SIGKILL");
    await deliverOverdue();
    worker = startWorker();
  }
  await raising;
  await deliverOverdue();
  await expect.poll(unsent, { timeout: 90_000 }).toEqual([]);
  const names = new Map<string, Set<string>>();
  for (const { to, messageId } of server.mails) {
    const address = to?.[0]?.address ?? "";
    names.set(address, (names.get(address) ?? new Set()).add(messageId ?? ""));
  }
  console.log(`${server.mails.length} mails to ${names.size} people, after ${KILLS} kills`);
  expect([...names.keys()].toSorted()).toEqual(addresses.toSorted());
  for (const seen of names.values()) expect(seen.size).toBe(1);
});
