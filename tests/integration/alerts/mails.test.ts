import { describe, expect, test } from "vitest";
import type { Email } from "postal-mime";
import { smtpMailer } from "#lib/mailer/smtp-mailer.ts";
import { executeScan } from "#lib/services/scans/execute.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { alertWorld, HOUR, MINUTE, type WatchedDomain } from "../../support/alert-world.ts";
import { startMailServer } from "../../support/mail-server.ts";

const world = alertWorld();

const header = (mail: Email | undefined, name: string): string =>
  mail?.headers.find(({ key }) => key === name)?.value ?? "";

const outbox = async (ownerId: string) =>
  (
    await world.sql.query(
      "SELECT id, sent_at, given_up_at, attempts FROM outbox WHERE owner_id = $1 ORDER BY created_at",
      [ownerId],
    )
  ).rows;

async function oneMail(monitor: WatchedDomain): Promise<Email | undefined> {
  const before = world.mails.mails.length;
  await world.change(monitor);
  await world.deliverDue();
  return world.mails.mails[before];
}

describe("a letter", () => {
  test("says what, since when, where to look and what to do; in plain text and HTML alike", async () => {
    const owner = await world.newAccount("jane@example.com");
    const mail = await oneMail(await world.watch(owner, "contoso.com"));
    for (const body of [mail?.text ?? "", mail?.html ?? ""]) {
      expect(body).toContain("Something changed at contoso.com");
      expect(body).toContain("DMARC policy went from quarantine to none");
      expect(body).toContain("First seen on");
      expect(body).toContain("What to do");
      expect(body).toMatch(/https:\/\/mailtriage\.example\.com\/scans\/[0-9A-Za-z]{22}/);
      expect(body).toMatch(/https:\/\/mailtriage\.example\.com\/account\/watched\/[0-9A-Za-z]{22}/);
      expect(body).toMatch(/https:\/\/mailtriage\.example\.com\/alerts\/unsubscribe\?token=/);
    }
    expect(mail?.html).not.toMatch(
      /<(?:img|script|link|iframe|video|audio|object|form|input)\b|url\(|@import|@font-face/i,
    );
  });

  test("says what the report says to do about what has become worse", async () => {
    const owner = await world.newAccount();
    const ctx = world.as(owner);
    const { scan } = await startScan({ ctx, input: { domain: "example.com" } });
    const scanId = scan.id;
    await executeScan({ ctx: world.worker(), input: { scanId } });
    const before = world.mails.mails.length;
    await world.change(await world.watch(owner, "example.com"), undefined, scanId);
    await world.deliverDue();
    const { text = "" } = world.mails.mails[before] ?? {};
    expect(text).toContain("For whoever edits the DNS: the report has the record to copy");
    expect(text).toContain(`/scans/${scanId}`);
  });

  test("carries what mail programs need to end it, and what keeps other programs from answering it", async () => {
    const owner = await world.newAccount();
    const mail = await oneMail(await world.watch(owner, "contoso.com"));
    expect(header(mail, "list-unsubscribe")).toMatch(
      /^<https:\/\/mailtriage\.example\.com\/alerts\/unsubscribe\/one-click\?token=[\w.-]+>$/,
    );
    expect(header(mail, "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(header(mail, "auto-submitted")).toBe("auto-generated");
    const [row] = await outbox(owner);
    expect(mail?.messageId).toBe(`<${row.id}@example.org>`);
  });

  test.each([
    "a\r\nBcc: everybody@example.com",
    "a\nBcc: everybody@example.com",
    "a\rBcc: everybody@example.com",
    "a\r\n\r\n<html>",
    "a\u0000b",
    "a\u0085Bcc: x",
    "a\u2028Bcc: x",
    "=?utf-8?q?a=0D=0ABcc:_x@example.com?=",
    "%0d%0aBcc: x",
    `long ${"x".repeat(5_000)}`,
    "𐍈".repeat(400),
    "evil\u202Egnp.exe",
  ])("holds its subject on one line, whatever the change says: %j", async hostile => {
    const owner = await world.newAccount();
    const before = world.mails.mails.length;
    const sentence = `DKIM key changed to ${hostile}`;
    await world.change(await world.watch(owner, "contoso.com"), [
      { checkId: "dkim-key", sentence, direction: "worse" },
    ]);
    await world.deliverDue();
    const mail = world.mails.mails[before];
    expect(mail?.subject).toMatch(/^contoso\.com: DKIM key changed to /);
    // oxlint-disable-next-line no-control-regex -- this is what may not be there
    expect(mail?.subject).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
    expect([...(mail?.subject ?? "")].length).toBeLessThanOrEqual(200);
    expect(mail?.headers.map(({ key }) => key)).not.toContain("bcc");
    expect(mail?.to).toHaveLength(1);
  });

  test.each([
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<style>*{display:none}</style>",
    "</p><a href='https://evil.example'>click</a>",
    "javascript:alert(1)",
    "&lt;script&gt;",
  ])("takes %s for text", async hostile => {
    const owner = await world.newAccount();
    const before = world.mails.mails.length;
    await world.change(await world.watch(owner, "contoso.com"), [
      { checkId: "spf-record", sentence: `SPF is now ${hostile}`, direction: "other" },
    ]);
    await world.deliverDue();
    const html = world.mails.mails[before]?.html ?? "";
    expect(html).not.toMatch(/<(?:script|img)|<style>\*|evil\.example'>|href="javascript:/);
    expect(world.mails.mails[before]?.text).toContain(hostile);
  });
});

describe("when the mail server", () => {
  test("refuses half of the mails with 4xx for a while: each arrives once", async () => {
    const owners = await Promise.all(
      Array.from({ length: 20 }, (_, n) => world.newAccount(`half${n}@example.com`)),
    );
    world.mails.decide((to, attempt) =>
      attempt <= 2 && /[02468]@/.test(to) ? { code: 451, text: "4.7.1 Greylisted" } : null,
    );
    for (const owner of owners) await world.change(await world.watch(owner, "contoso.com"));
    await world.deliverDue();
    expect(world.mails.mails).toHaveLength(10);
    for (const pause of [10_000, 30_000]) {
      world.clock.pass(pause);
      await world.deliverDue();
    }
    const to = world.mails.mails.map(mail => mail.to?.[0]?.address);
    expect(to.toSorted()).toEqual(owners.map((_, n) => `half${n}@example.com`).toSorted());
  });

  test("drops the connection in the middle of the message: it is sent again, and arrives once", async () => {
    let cut = 0;
    const dropping = await startMailServer({
      onData(stream) {
        cut += 1;
        stream.once("data", () => dropping.cutConnections());
      },
    });
    const mailer = smtpMailer({ url: dropping.url, from: "mailtriage@example.org" });
    const owner = await world.newAccount("cut@example.com");
    await world.change(await world.watch(owner, "contoso.com"));
    const fates = await world.deliverDue({ ...world.worker(), mailer });
    expect(fates).toMatchObject([{ outcome: "deferred" }]);
    expect(cut).toBe(1);
    await mailer.close();
    await dropping.close();
    world.clock.pass(MINUTE);
    await world.deliverDue();
    expect(world.mails.mails.map(mail => mail.to?.[0]?.address)).toEqual(["cut@example.com"]);
    expect(await outbox(owner)).toMatchObject([{ attempts: 2, sent_at: expect.any(Date) }]);
  });

  test("refuses the address for good: the page says so, and later alerts are tried", async () => {
    const owner = await world.newAccount("full@example.com");
    const monitor = await world.watch(owner, "contoso.com");
    world.mails.decide(() => ({ code: 550, text: "5.1.1 No such user" }));
    await world.change(monitor);
    await world.deliverDue();
    const { rows } = await world.sql.query("SELECT * FROM alert_channels WHERE id = $1", [owner]);
    expect(rows).toMatchObject([
      { failures: 1, last_error: expect.stringContaining("No such user"), disabled_at: null },
    ]);
    world.mails.decide(() => null);
    await world.change(monitor);
    await world.deliverDue();
    expect(world.mails.mails).toHaveLength(1);
  });
});

describe("a worker that dies", () => {
  test("between sending and noting it: the second mail has the Message-ID of the first", async () => {
    const owner = await world.newAccount("twice@example.com");
    await world.change(await world.watch(owner, "contoso.com"));
    const { mailer } = world;
    const dies = {
      ...mailer,
      async deliver(...letter: Parameters<typeof mailer.deliver>) {
        await mailer.deliver(...letter);
        return new Promise<never>(() => {});
      },
    };
    void world.deliverDue({ ...world.worker(), mailer: dies }).catch(() => {});
    await expect.poll(() => world.mails.mails.length).toBe(1);
    world.clock.pass(2 * MINUTE);
    await world.deliverDue();
    const [first, second] = world.mails.mails;
    expect(second?.messageId).toBe(first?.messageId);
    expect(second?.text).toBe(first?.text);
    world.clock.pass(HOUR);
    expect(await world.deliverDue()).toEqual([]);
  });
});

test("several workers at once send each mail once", async () => {
  const owner = await world.newAccount("many@example.com");
  for (let n = 0; n < 5; n += 1) await world.change(await world.watch(owner, `m${n}.com`));
  await Promise.all([world.deliverDue(), world.deliverDue(), world.deliverDue()]);
  expect(world.mails.mails).toHaveLength(5);
  expect(new Set(world.mails.mails.map(({ messageId }) => messageId)).size).toBe(5);
});
