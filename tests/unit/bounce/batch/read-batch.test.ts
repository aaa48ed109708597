import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { BatchItem } from "#lib/bounce/batch/batch-item.ts";
import { type BatchInput, MOST_FAILURES, readBatch } from "#lib/bounce/batch/read-batch.ts";

const bytesOf = (text: string) => Buffer.from(text);

async function readAll(input: Pick<BatchInput, "files" | "most">) {
  const shares: number[] = [];
  const receivedAt = new Date("2026-11-25T12:00:00Z");
  const reading = readBatch({ ...input, receivedAt, tell: share => shares.push(share) });
  const items: BatchItem[] = [];
  for (;;) {
    const next = await reading.next();
    if (next.done) return { items, tally: next.value, shares };
    items.push(next.value);
  }
}

const read = (...files: readonly (string | Uint8Array)[]) =>
  readAll({
    files: files.map((file, at) => ({
      name: `file${at}`,
      bytes: typeof file === "string" ? bytesOf(file) : file,
    })),
  });

const line = (to: string, status: string, words: string, day = 20): string =>
  `Nov ${day} 10:00:00 mail postfix/smtp[1]: 4F1A0001: to=<${to}>, relay=mx.example.net[192.0.2.7]:25, delay=1, dsn=5.0.0, status=${status} (${words})\n`;

const MICROSOFT =
  "host x.mail.protection.outlook.com[192.0.2.8] said: 550 5.4.1 Recipient address rejected: Access denied. [DB1PEPF00039231.eurprd03.prod.outlook.com 2026-11-20T07:15:11.120Z 08DDE8F1A2B3C4D5] (in reply to RCPT TO command)";
const UNKNOWN = "host mx[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command)";
const FULL = "host mx[192.0.2.7] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)";
const SENT = "250 2.0.0 OK";

const fatesOf = async (log: string) =>
  (await read(log)).items.map(({ recipient, fate, cause }) => [recipient, fate, cause]);

const mail = (to: string): string =>
  [
    "From: MAILER-DAEMON@mx.example.net (Mail Delivery System)",
    "Subject: Undelivered Mail Returned to Sender",
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    `<${to}>: host mx.one.example[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command)`,
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example.net",
    "Arrival-Date: Fri, 20 Nov 2026 10:00:00 +0000",
    "",
    `Final-Recipient: rfc822; ${to}`,
    "Action: failed",
    "Status: 5.1.1",
    "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
    "",
    "--b--",
    "",
  ].join("\n");

describe("the failures of a log", async () => {
  const { items, tally, shares } = await read(
    line("a@one.example", "bounced", UNKNOWN) +
      line("b@one.example", "deferred", FULL, 21) +
      line("c@one.example", "sent", SENT) +
      "Nov 22 10:00:00 mail postfix/qmgr[1]: 4F1A0001: removed\n",
  );

  test("are numbered, dated, judged and kept without the line", () => {
    expect(
      items.map(({ item, recipient, cause, fate, happenedAt }) => [item, recipient, cause, fate, happenedAt]),
    ).toEqual([
      [1, "a@one.example", "recipient_unknown", "remove", "2026-11-20T10:00:00.000Z"],
      [2, "b@one.example", "mailbox_full", "retry", "2026-11-21T10:00:00.000Z"],
    ]);
    expect(items[0]).toMatchObject({
      recipientDomain: "one.example",
      replyCode: 550,
      enhancedStatus: "5.1.1",
    });
    expect(items[0]?.detail).toMatchObject({
      source: 1,
      format: "postfix-log",
      stage: "RCPT",
      event: "failed",
    });
    expect(JSON.stringify(items)).not.toContain("postfix/smtp");
  });

  test("are counted together with what went well", () => {
    expect(tally).toMatchObject({ read: 3, failures: 2, truncated: false, unreadable: [] });
    expect(tally.events).toEqual({ failed: 1, delayed: 1, delivered: 1 });
  });

  test("come with how much has been read, never backwards", () => {
    expect(shares.at(-1)).toBe(1);
    expect(shares.every((share, at) => share >= (shares[at - 1] ?? 0))).toBe(true);
  });
});

const judgedIn = async (log: string) =>
  (await read(log)).items.map(({ fate, detail: { probability } }) => ({ fate, likely: probability >= 0.65 }));

describe("a directory refusal", () => {
  test("is undecided: whether the right server refused is for DNS to say", async () => {
    expect(await fatesOf(line("a@one.example", "bounced", MICROSOFT))).toEqual([
      ["a@one.example", "undecided", "recipient_unknown"],
    ]);
  });

  test("that is for the moment only is sent again, whatever DNS says", async () => {
    const later = MICROSOFT.replace("550 5.4.1", "450 4.4.1");
    expect((await fatesOf(line("a@one.example", "deferred", later)))[0]?.[1]).toBe("retry");
  });

  test("of a single address: most likely that address", async () => {
    expect(await judgedIn(line("a@one.example", "bounced", MICROSOFT))).toEqual([
      { fate: "undecided", likely: true },
    ]);
  });

  test("of all addresses of a domain: the address is less likely to be the fault", async () => {
    const log = ["a", "b", "c", "d"].map(who => line(`${who}@one.example`, "bounced", MICROSOFT)).join("");
    expect(await judgedIn(log)).toEqual(
      Array.from({ length: 4 }, () => ({ fate: "undecided", likely: false })),
    );
  });

  test("while others of the domain got through, even later in the log: the address", async () => {
    const log =
      line("a@one.example", "bounced", MICROSOFT) +
      line("b@ONE.example", "bounced", MICROSOFT) +
      line("c@one.example", "sent", SENT);
    expect((await judgedIn(log)).map(({ likely }) => likely)).toEqual([true, true]);
  });

  test("of the same address again and again is one recipient", async () => {
    const log = line("a@one.example", "bounced", MICROSOFT).repeat(5);
    expect(new Set((await judgedIn(log)).map(({ likely }) => likely))).toEqual(new Set([true]));
  });

  test("is kept with what judging it again takes, and with nobody's name", async () => {
    const { items } = await read(
      line("sales.jones@one.example", "bounced", MICROSOFT) + line("b@two.example", "bounced", UNKNOWN),
    );
    const [other, refused] = items;
    expect(other?.detail.refusal).toBeNull();
    expect(refused?.detail.refusal).toMatchObject({ host: "x.mail.protection.outlook.com", ip: "192.0.2.8" });
    expect(refused?.detail.refusal?.evidence).toContain("single-recipient");
    expect(JSON.stringify(refused?.detail)).not.toContain("jones");
  });

  test("keeps its place among the others", async () => {
    const { items } = await read(
      line("a@one.example", "bounced", MICROSOFT) + line("b@two.example", "bounced", UNKNOWN),
    );
    expect(items.map(({ item, recipient }) => [item, recipient]).toSorted()).toEqual([
      [1, "a@one.example"],
      [2, "b@two.example"],
    ]);
  });
});

describe("mail that got through after a failure", () => {
  test("is told, by the address in lower case", async () => {
    const { tally } = await read(
      line("A@one.example", "bounced", UNKNOWN) +
        line("a@one.example", "sent", SENT) +
        line("b@one.example", "deferred", FULL),
    );
    expect(tally.reachedAfterFailing).toEqual(["a@one.example"]);
  });

  test("does not count when the last attempt failed", async () => {
    const { tally } = await read(
      line("a@one.example", "sent", SENT) + line("a@one.example", "bounced", UNKNOWN),
    );
    expect(tally.reachedAfterFailing).toEqual([]);
  });
});

describe("files", () => {
  test("an archive of mails", async () => {
    const archive = zipSync({
      "1.eml": bytesOf(mail("a@one.example")),
      "2.eml": bytesOf(mail("b@one.example")),
    });
    const { items, shares } = await read(archive);
    expect(items.map(({ recipient, happenedAt }) => [recipient, happenedAt])).toEqual([
      ["a@one.example", "2026-11-20T10:00:00.000Z"],
      ["b@one.example", "2026-11-20T10:00:00.000Z"],
    ]);
    expect(shares.at(-1)).toBe(1);
  });

  test("several, numbered through", async () => {
    const { items, tally } = await read(
      mail("a@one.example"),
      `email,reason\nb@two.example,550 5.1.1 User unknown\n`,
    );
    expect(items.map(({ item, recipient, detail }) => [item, recipient, detail.source])).toEqual([
      [1, "a@one.example", 1],
      [2, "b@two.example", 2],
    ]);
    expect(tally.formats).toMatchObject({ table: 1 });
  });

  test("one that cannot be read does not stop the others, and is named", async () => {
    const damaged = zipSync({ "1.eml": bytesOf(mail("a@one.example")) }).subarray(0, 60);
    const nested = zipSync({ "inner.zip": zipSync({ "1.eml": bytesOf("x") }) });
    const { items, tally } = await read(nested, mail("b@one.example"), damaged);
    expect(items.map(({ recipient }) => recipient)).toEqual(["b@one.example"]);
    expect(tally.unreadable).toContainEqual({ file: "file0", code: "archive-nested" });
  });

  test("more failures than a batch holds: the first ones are read, and that is said", async () => {
    const { items, tally } = await readAll({
      files: [{ name: "log", bytes: bytesOf(line("a@one.example", "bounced", UNKNOWN).repeat(4)) }],
      most: 3,
    });
    expect([items.length, tally.failures, tally.truncated]).toEqual([3, 3, true]);
    expect(MOST_FAILURES).toBe(50_000);
  });

  test("nothing is nothing", async () => {
    expect(await read("")).toMatchObject({ items: [], tally: { failures: 0 } });
  });
});
