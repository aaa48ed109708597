import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import PostalMime from "postal-mime";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { folderMailer } from "#lib/mailer/folder-mailer.ts";
import { DELIVERY_MS, type Mailer } from "#lib/mailer/letter.ts";
import { smtpMailer } from "#lib/mailer/smtp-mailer.ts";
import { deliverMessage } from "#lib/services/outbox/deliver.ts";
import { signInMail } from "#lib/services/outbox/messages/sign-in-mail.ts";
import { postMessage } from "#lib/services/outbox/post.ts";
import { keepUp } from "#lib/services/upkeep/keep-up.ts";
import { fixedClock, type MovedClock } from "../../support/fixed-clock.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { type MailServer, startMailServer } from "../../support/mail-server.ts";
import { openTestHouse, type TestHouse, visitor, worker } from "../../support/test-house.ts";

let house: TestHouse;
let sql: Client;
let server: MailServer;
let clock: MovedClock;
let mailer: Mailer;

beforeAll(async () => {
  const url = await freshDatabase(inject("postgresUrl"));
  house = await openTestHouse({ url });
  sql = new Client({ connectionString: url });
  await sql.connect();
});

afterAll(async () => {
  await sql.end();
  await house.close();
});

beforeEach(async () => {
  server = await startMailServer();
  clock = fixedClock();
  mailer = smtpMailer({ url: server.url, from: "mailtriage@example.org" });
});

afterEach(async () => {
  await mailer.close();
  await server.close();
});

const ctx = () => ({ ...worker(house), clock, mailer });

async function post(to: string, more: { expiresAt?: Date; key?: string } = {}): Promise<string> {
  const { key = `test ${to} ${house.newToken()}`, ...rest } = more;
  const payload = { to, site: "https://mail.example.org", requestId: house.newToken(), minutes: 10 };
  await house.database.transaction(db =>
    postMessage({ ...house, clock }, db, { message: signInMail, payload, dedupeKey: key, ...rest }),
  );
  const { rows } = await sql.query("SELECT id FROM outbox WHERE dedupe_key = $1", [key]);
  return rows[0].id;
}

const deliver = (messageId: string) => deliverMessage({ ctx: ctx(), input: { messageId } });

async function row(id: string) {
  const { rows } = await sql.query(
    "SELECT attempts, sent_at, given_up_at, last_error, payload::text FROM outbox WHERE id = $1",
    [id],
  );
  return rows[0];
}

/** The jobs that wait for a message, by when they may be taken up. */
async function jobs(id: string): Promise<readonly Date[]> {
  const { rows } = await sql.query(
    "SELECT start_after FROM pgboss.job WHERE name = 'deliver' AND data ->> 'messageId' = $1 ORDER BY 1",
    [id],
  );
  return rows.map(({ start_after }) => start_after);
}

describe("a message", () => {
  test("arrives once, in plain text and HTML, with an id of its own", async () => {
    const id = await post("jane@example.com");
    expect(await jobs(id)).toHaveLength(1);
    expect(await deliver(id)).toEqual({ outcome: "sent" });
    expect(await deliver(id)).toEqual({ outcome: "nothing-to-do" });
    expect(server.mails).toHaveLength(1);
    const [mail] = server.mails;
    expect(mail).toMatchObject({
      from: { address: "mailtriage@example.org", name: "Mailtriage" },
      to: [{ address: "jane@example.com" }],
      messageId: `<${id}@example.org>`,
    });
    const header = (name: string) => mail?.headers.find(({ key }) => key === name)?.value;
    expect(header("auto-submitted")).toBe("auto-generated");
    const link = /https:\/\/mail\.example\.org\/sign-in\/confirm\?token=[\w-]{43}/.exec(
      mail?.text ?? "",
    )?.[0];
    expect(link).toBeDefined();
    expect(mail?.html).toContain(link);
  });

  test("is forgotten but for the fact that it was sent", async () => {
    const id = await post("jane@example.com");
    expect((await row(id)).payload).toContain("jane@example.com");
    await deliver(id);
    expect(await row(id)).toMatchObject({ attempts: 1, payload: "{}", sent_at: expect.any(Date) });
  });

  test("with the same key is the same message", async () => {
    const id = await post("jane@example.com", { key: "alert 7" });
    expect(await post("jane@example.com", { key: "alert 7" })).toBe(id);
    expect(await jobs(id)).toHaveLength(1);
  });

  test("exists exactly when the transaction commits that it is about", async () => {
    const work = house.database.transaction(async db => {
      const payload = { to: "a@example.com", site: "https://x.example", requestId: "r", minutes: 10 };
      await postMessage(house, db, { message: signInMail, payload, dedupeKey: "undone" });
      throw new Error("the work failed");
    });
    await expect(work).rejects.toThrow("the work failed");
    const { rows } = await sql.query("SELECT count(*)::int AS n FROM outbox WHERE dedupe_key = 'undone'");
    expect(rows[0].n).toBe(0);
  });

  test("is delivered by workers alone", async () => {
    const id = await post("jane@example.com");
    const attempt = deliverMessage({ ctx: { ...visitor(house, "key"), mailer }, input: { messageId: id } });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("when the mail server refuses", () => {
  test("half of the mails for a while: each arrives once, none is lost", async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => post(`person${n}@example.com`)));
    server.decide((to, attempt) =>
      attempt === 1 && /[02468]@/.test(to) ? { code: 451, text: "4.7.1 Try later" } : null,
    );
    const first = await Promise.all(ids.map(deliver));
    expect(first.map(({ outcome }) => outcome)).toEqual(
      ids.map((_, n) => (n % 2 === 0 ? "deferred" : "sent")),
    );
    expect(await Promise.all(ids.map(deliver))).toEqual(ids.map(() => ({ outcome: "nothing-to-do" })));
    clock.pass(10_000);
    await Promise.all(ids.map(deliver));
    const recipients = server.mails.flatMap(({ to }) => to?.map(({ address }) => address) ?? []);
    expect(recipients.toSorted()).toEqual(ids.map((_, n) => `person${n}@example.com`).toSorted());
  });

  test("for now: a job waits for the next attempt, later and later", async () => {
    server.decide(() => ({ code: 421, text: "Too busy" }));
    const id = await post("jane@example.com");
    const start = clock.now().getTime();
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await deliver(id)).toMatchObject({
        outcome: "deferred",
        reason: expect.stringContaining("421"),
      });
      const due = (await jobs(id)).at(-1)?.getTime() ?? 0;
      pauses.push((due - clock.now().getTime()) / 1_000);
      clock.pass(due - clock.now().getTime());
    }
    expect(pauses).toEqual([10, 30, 120, 600, 1_800]);
    expect(clock.now().getTime()).toBeGreaterThan(start);
  });

  test("for good: it is given up with the reason, and its words are forgotten", async () => {
    server.decide(() => ({ code: 550, text: "5.1.1 No such user" }));
    const id = await post("nobody@example.com");
    expect(await deliver(id)).toMatchObject({ outcome: "given-up" });
    expect(await row(id)).toMatchObject({
      given_up_at: expect.any(Date),
      last_error: expect.stringContaining("No such user"),
      payload: "{}",
    });
    clock.pass(86_400_000);
    expect(await deliver(id)).toEqual({ outcome: "nothing-to-do" });
  });

  test("us: a wrong password is the operator's to repair, and the mail waits", async () => {
    const strict = await startMailServer({
      authOptional: false,
      onAuth: (_auth, _session, done) => done(Object.assign(new Error("bad"), { responseCode: 535 })),
    });
    const url = strict.url.replace("smtp://", "smtp://user:wrong@");
    const wrong = smtpMailer({ url, from: "mailtriage@example.org" });
    const id = await post("jane@example.com");
    const fate = await deliverMessage({ ctx: { ...ctx(), mailer: wrong }, input: { messageId: id } });
    expect(fate.outcome).toBe("deferred");
    expect(JSON.stringify(fate)).not.toContain("wrong");
    await strict.close();
  });
});

describe("when there is no mail server", () => {
  test("that answers, the mail waits", async () => {
    await server.close();
    const id = await post("jane@example.com");
    expect(await deliver(id)).toMatchObject({ outcome: "deferred" });
    server = await startMailServer();
  });

  test("what nobody wants any more is not sent late", async () => {
    const id = await post("jane@example.com", { expiresAt: new Date(clock.now().getTime() + 600_000) });
    clock.pass(600_000);
    expect(await deliver(id)).toMatchObject({ outcome: "given-up" });
    expect(server.mails).toHaveLength(0);
  });

  test("configured, mails become files and their links are told", async () => {
    const folder = await mkdtemp(join(tmpdir(), "mailtriage-outbox-"));
    const lines: string[] = [];
    const files = folderMailer({ folder, from: "mailtriage@localhost", log: line => lines.push(line) });
    const id = await post("jane@example.com");
    await deliverMessage({ ctx: { ...ctx(), mailer: files }, input: { messageId: id } });
    expect(await readdir(folder)).toEqual([`${id}.eml`]);
    const mail = await PostalMime.parse(await readFile(join(folder, `${id}.eml`)));
    expect(mail.to).toEqual([{ address: "jane@example.com", name: "" }]);
    expect(lines.join("\n")).toMatch(/https:\/\/mail\.example\.org\/sign-in\/confirm\?token=[\w-]{43}/);
    await rm(folder, { recursive: true });
  });
});

describe("when a worker dies", () => {
  test("in a delivery, nobody else starts one until it must be over; then somebody does", async () => {
    const id = await post("jane@example.com");
    const never: Mailer = { ...mailer, deliver: () => new Promise(() => {}) };
    void deliverMessage({ ctx: { ...ctx(), mailer: never }, input: { messageId: id } });
    await expect.poll(async () => (await row(id)).attempts).toBe(1);
    expect(await deliver(id)).toEqual({ outcome: "nothing-to-do" });
    expect((await jobs(id)).at(-1)?.getTime()).toBe(clock.now().getTime() + DELIVERY_MS);
    clock.pass(DELIVERY_MS);
    expect(await deliver(id)).toEqual({ outcome: "sent" });
    expect(server.mails).toHaveLength(1);
  });

  test("after the mail left and before that was noted, the receiver can tell that both are one", async () => {
    const id = await post("jane@example.com");
    const dies: Mailer = {
      ...mailer,
      async deliver(letter, name) {
        await mailer.deliver(letter, name);
        return new Promise(() => {});
      },
    };
    void deliverMessage({ ctx: { ...ctx(), mailer: dies }, input: { messageId: id } });
    await expect.poll(() => server.mails.length).toBe(1);
    clock.pass(DELIVERY_MS);
    await deliver(id);
    expect(new Set(server.mails.map(({ messageId }) => messageId))).toEqual(new Set([`<${id}@example.org>`]));
  });

  test("and its job with it, the upkeep gives the message another", async () => {
    const id = await post("jane@example.com");
    await sql.query("DELETE FROM pgboss.job WHERE data ->> 'messageId' = $1", [id]);
    await keepUp({ ctx: ctx() });
    expect(await jobs(id)).toHaveLength(0);
    clock.pass(700_000);
    await keepUp({ ctx: ctx() });
    expect(await jobs(id)).toHaveLength(1);
  });
});

test("what this version cannot read waits for one that can, and is given up in the end", async () => {
  const id = await post("jane@example.com");
  await sql.query(`UPDATE outbox SET kind = 'alert', payload = '{"odd": true}' WHERE id = $1`, [id]);
  expect(await deliver(id)).toMatchObject({ outcome: "deferred" });
  clock.pass(4 * 86_400_000);
  expect(await deliver(id)).toMatchObject({ outcome: "given-up" });
});

test("two workers at once make one delivery", async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, (_, n) => post(`p${n}@example.com`)));
  const fates = await Promise.all([...ids, ...ids, ...ids].map(deliver));
  expect(fates.filter(({ outcome }) => outcome === "sent")).toHaveLength(10);
  expect(server.mails).toHaveLength(10);
});

test("what was sent is kept for a month, then forgotten", async () => {
  const id = await post("jane@example.com");
  await deliver(id);
  clock.pass(29 * 86_400_000);
  await keepUp({ ctx: ctx() });
  expect(await row(id)).toBeDefined();
  clock.pass(2 * 86_400_000);
  await keepUp({ ctx: ctx() });
  expect(await row(id)).toBeUndefined();
});
