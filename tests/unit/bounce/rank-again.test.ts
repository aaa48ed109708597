import { expect, test } from "vitest";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import { canBeRankedAgain, rankAgain } from "#lib/bounce/rank-again.ts";
import { reason } from "#lib/bounce/reasons.ts";

const LINE =
  "host contoso-example.mail.protection.outlook.com said: 550 5.4.1 <jane@contoso.example>: Recipient address rejected: Access denied. [DB1PEPF00039231.eurprd03.prod.outlook.com 2026-09-01T07:15:11.120Z 08DDE8F1A2B3C4D5] (in reply to RCPT TO command)";

const [report] = await Array.fromAsync(parseBounces(LINE));
if (report === undefined) throw new Error("not read");
const [refusal] = report.failures;
if (refusal === undefined) throw new Error("no failure");

test("everything that hangs on the first cause follows it: an address is not dead because a route is stale", () => {
  expect(refusal).toMatchObject({ addressDead: "yes", permanence: "permanent", party: "sender" });
  const evidence = [reason("mx-is-not-microsoft", { host: "aspmx.l.google.com" })];
  const moved = rankAgain(refusal, { evidence, without: [], message: report.message });
  expect(moved.causes[0]?.cause).toBe("stale_route");
  expect(moved).toMatchObject({ addressDead: "no", permanence: "after_fix", party: "sender_admin" });
  expect(moved.advice).not.toEqual(refusal.advice);
});

test("evidence that was taken back counts no more", () => {
  const evidence = [reason("several-recipients-refused", { domain: "contoso.example", count: 9 })];
  const again = rankAgain(refusal, { evidence, without: ["single-recipient"], message: report.message });
  const codes = again.causes.flatMap(cause => [...cause.for, ...cause.against]).map(({ code }) => code);
  expect(codes).toContain("several-recipients-refused");
  expect(codes).not.toContain("single-recipient");
});

test("other refusals are left alone", async () => {
  const [full] = await Array.fromAsync(parseBounces("452 4.2.2 <jane@contoso.example> Mailbox full"));
  expect(full?.failures.map(canBeRankedAgain)).toEqual([false]);
});

test("a forged sender stays one when more is known of the recipient's domain", async () => {
  const mail = `Return-Path: <>
From: MAILER-DAEMON@gate.rcpt.example
To: anna@sender.example
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; gate.rcpt.example

Final-Recipient: rfc822; jo@contoso.example
Action: failed
Status: 5.4.1
Diagnostic-Code: smtp; 550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AM7EUR03FT040.eop-EUR03.prod.protection.outlook.com]

--b
Content-Type: text/rfc822-headers

Received-SPF: Fail (gate.rcpt.example) client-ip=203.0.113.77
Received: from dsl-203-0-113-77.isp.example ([203.0.113.77]) by gate.rcpt.example with SMTP id 1
From: anna@sender.example
Message-ID: <1@pills.example>

--b--
`;
  const [forged] = await Array.fromAsync(parseBounces(mail));
  const [failure] = forged?.failures ?? [];
  expect(failure?.causes[0]?.cause).toBe("forged_sender");
  if (failure === undefined || forged === undefined) return;
  const again = rankAgain(failure, {
    evidence: [reason("mx-is-microsoft", { host: "contoso-example.mail.protection.outlook.com" })],
    message: forged.message,
  });
  expect(again.causes[0]?.cause).toBe("forged_sender");
});
