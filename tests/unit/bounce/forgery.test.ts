import { describe, expect, test } from "vitest";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";

/** A report of a foreign server to anna@sender.example about a mail with this header. */
const reportOn = (header: string, reporter = "mx.rcpt.example"): string => `Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@${reporter}>
To: anna@sender.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

<jo.doe@rcpt.example>: unknown user: "jo.doe"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; ${reporter}

Final-Recipient: rfc822; jo.doe@rcpt.example
Action: failed
Status: 5.1.1
Diagnostic-Code: X-Postfix; unknown user: "jo.doe"

--b
Content-Type: message/rfc822-headers

${header}
From: Anna <anna@sender.example>
To: jo.doe@rcpt.example
Subject: You have won

--b--
`;

const judged = async (mail: string) => {
  const [report] = await Array.fromAsync(parseBounces(mail));
  const [failure] = report?.failures ?? [];
  return {
    event: report?.event,
    top: failure?.causes[0]?.cause,
    forged: failure?.causes.find(({ cause }) => cause === "forged_sender")?.probability ?? 0,
    dead: failure?.addressDead,
  };
};

const HOME = `Received: from dsl-203-0-113-77.dyn.isp.example (dsl-203-0-113-77.dyn.isp.example [203.0.113.77])
\tby mx.rcpt.example (Postfix) with SMTP id 4ABC; Tue, 3 Feb 2015 09:12:01 +0100
Message-ID: <0001@isp.example>`;

const OWN = `Received: from mx1.sender.example (mx1.sender.example [192.0.2.25])
\tby mx.rcpt.example (Postfix) with ESMTPS id 4ABC; Tue, 3 Feb 2015 09:12:01 +0100
Message-ID: <0001@sender.example>`;

const HOSTED = `Received: from smtp-out3.hoster.example (smtp-out3.hoster.example [192.0.2.61])
\tby mx.rcpt.example (Postfix) with ESMTPS id 4ABC; Tue, 3 Feb 2015 09:12:01 +0100
Received: from ws12 (dsl-203-0-113-77.dyn.isp.example [203.0.113.77])
\tby smtp-out3.hoster.example with ESMTPSA id 9; Tue, 3 Feb 2015 09:12:00 +0100
Message-ID: <0001@sender.example>`;

describe("a report on mail that somebody else sent", () => {
  test("from a home connection, with SPF failing: backscatter, and nothing is said of the address", async () => {
    const header = `Received-SPF: Fail (rcpt.example: domain of sender.example) client-ip=203.0.113.77\n${HOME}`;
    expect(await judged(reportOn(header))).toMatchObject({
      event: "backscatter",
      top: "forged_sender",
      dead: "unknown",
    });
  });

  test("from a home connection alone: named, with less certainty", async () => {
    const { event, forged } = await judged(reportOn(HOME));
    expect(forged).toBeGreaterThan(0.4);
    expect([event, forged < 0.7]).toEqual(["failed", true]);
  });

  test("through the sender's own server: an ordinary failure, even where SPF fails", async () => {
    const header = `Received-SPF: softfail (rcpt.example) client-ip=192.0.2.25\n${OWN}`;
    expect(await judged(reportOn(header))).toMatchObject({
      event: "failed",
      top: "recipient_unknown",
      forged: 0,
    });
  });

  test("through a hoster, without any further sign: an ordinary failure", async () => {
    expect(await judged(reportOn(HOSTED))).toMatchObject({
      event: "failed",
      top: "recipient_unknown",
      forged: 0,
    });
  });

  test("through a hoster that SPF forgot: still more likely the sender's own mail", async () => {
    const header = `Authentication-Results: rcpt.example; spf=fail smtp.mailfrom=sender.example\n${HOSTED}`;
    const { top, event } = await judged(reportOn(header));
    expect([event, top]).toEqual(["failed", "recipient_unknown"]);
  });

  test("signed by the sender's domain: an ordinary failure, whatever the way", async () => {
    const header = `DKIM-Signature: v=1; a=rsa-sha256; d=sender.example; s=x; b=AAAA\n${HOME}`;
    expect((await judged(reportOn(header))).forged).toBe(0);
  });

  test("reported by the sender's own server: it was handed in there", async () => {
    expect((await judged(reportOn(`X-Spam-Flag: YES\n${HOME}`, "mx1.sender.example"))).forged).toBe(0);
  });

  test("without a trace nothing is guessed", async () => {
    expect((await judged(reportOn("Message-ID: <1@isp.example>"))).forged).toBe(0);
  });
});
