import { gzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { holdsMany } from "#lib/bounce/batch/holds-many.ts";

const bounced = (to: string): string =>
  `Nov 20 10:00:00 mail postfix/smtp[1]: 4F1A: to=<${to}>, relay=mx[192.0.2.7]:25, dsn=5.1.1, status=bounced (550 5.1.1 User unknown)\n`;
const sent =
  "Nov 20 10:00:00 mail postfix/smtp[1]: 4F1B: to=<x@y.example>, relay=mx[192.0.2.7]:25, dsn=2.0.0, status=sent (250 OK)\n";
const MAIL =
  "From: MAILER-DAEMON@mx.example.net\nSubject: Undelivered\n\n550 5.1.1 <a@b.example> User unknown\n";
const mbox = (count: number): string =>
  `From MAILER-DAEMON Fri Nov 20 10:00:00 2026\n${MAIL}\n`.repeat(count);

test.each([
  ["one line of a log", bounced("a@b.example"), false],
  ["one failure among deliveries", bounced("a@b.example") + sent, false],
  ["two lines of a log", bounced("a@b.example") + bounced("c@b.example"), true],
  ["a long log that begins well", sent.repeat(3000) + bounced("a@b.example"), true],
  ["one mail", MAIL, false],
  ["an mbox with one mail", mbox(1), false],
  ["an mbox with two", mbox(2), true],
  ["a table with one row", "email,reason\na@b.example,550 5.1.1\n", false],
  ["a table with two", "email,reason\na@b.example,550 5.1.1\nc@d.example,552 5.2.2\n", true],
  ["a multi-line reply", "550-5.1.1 No such user\n550 5.1.1 <a@b.example>\n", false],
  ["nothing", "", false],
])("%s", (_, text, many) => {
  const bytes = Buffer.from(text);
  expect(holdsMany(bytes)).toBe(many);
  expect(holdsMany(gzipSync(bytes))).toBe(many);
  expect(holdsMany(zipSync({ "a.txt": bytes }))).toBe(many);
});

test("an archive of two files", () => {
  expect(holdsMany(zipSync({ "a.eml": Buffer.from(MAIL), "b.eml": Buffer.from(MAIL) }))).toBe(true);
});

test("what cannot be read is not many", () => {
  expect(holdsMany(zipSync({ "a.eml": Buffer.from(MAIL) }).subarray(0, 40))).toBe(false);
  expect(holdsMany(zipSync({ "a.zip": zipSync({ "a.eml": Buffer.from(MAIL) }) }))).toBe(false);
});
