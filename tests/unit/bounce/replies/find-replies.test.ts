import { describe, expect, it } from "vitest";
import { microsoftSession } from "#lib/bounce/microsoft-session.ts";
import { findReplies } from "#lib/bounce/replies/find-replies.ts";

/** Innermost first, as [code, enhanced, words]. */
const chains = (text: string) =>
  findReplies(text).map(({ chain }) => chain.map(({ code, enhanced, text: line }) => [code, enhanced, line]));
const first = (text: string) => findReplies(text)[0]?.chain[0];

describe("a reply is found in whatever quotes it", () => {
  it.each([
    ["bare", "550 5.1.1 User unknown"],
    ["in quotes", "Remote Server returned '550 5.1.1 User unknown'"],
    ["in parentheses", "(reason: 550 5.1.1 User unknown)"],
    ["with its type", "Diagnostic-Code: smtp;550 5.1.1 User unknown"],
    ["in a transcript", "<<< 550 5.1.1 User unknown\n>>> QUIT"],
    [
      "with a host",
      "host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command)",
    ],
    ["between hashes", "#550 5.1.1 User unknown ##"],
    ["with a dot between the codes", "550.5.1.1 User unknown"],
    ["with a quote between the codes", "550-'5.1.1 User unknown'"],
    ["with labels", "ERROR_CODE :550, ERROR_CODE :5.1.1 User unknown"],
    ["on two lines", "550 5.1.1\n    User unknown"],
  ])("%s", (_, text) => {
    expect(chains(text)).toEqual([[[550, "5.1.1", expect.stringMatching(/^550 5\.1\.1 User unknown$/)]]]);
  });

  it("joins the lines of one reply and drops the codes they repeat", () => {
    expect(first("550-5.1.1 The account\n550-5.1.1 does not\n550 5.1.1 exist")?.text).toBe(
      "550 5.1.1 The account does not exist",
    );
    expect(first("said: 550-5.1.1 The account 550 5.1.1 does not exist")?.text).toBe(
      "550 5.1.1 The account does not exist",
    );
  });
});

describe("inner and outer replies are kept apart", () => {
  it.each([
    [
      "550 5.0.350 Remote server returned an error -> 554 5.7.1 Spam",
      [
        [554, "5.7.1", "554 5.7.1 Spam"],
        [550, "5.0.350", "550 5.0.350 Remote server returned an error"],
      ],
    ],
    [
      "554 5.4.1 <mx.example.com #5.4.1 smtp;550 5.4.1 Access denied>",
      [
        [550, "5.4.1", "550 5.4.1 Access denied"],
        [554, "5.4.1", "554 5.4.1"],
      ],
    ],
    [
      "5.1.0 - Unknown address error 550-'5.4.1 Access denied'",
      [
        [550, "5.4.1", "550 5.4.1 Access denied"],
        [null, "5.1.0", "5.1.0 - Unknown address error"],
      ],
    ],
  ])("%s", (text, levels) => {
    expect(chains(text)).toEqual([levels]);
  });

  it("the answer about a sender's address stays inside the refusal that quotes it", () => {
    expect(
      chains(
        "550 5.1.8 <a@example.org>: Sender address rejected: undeliverable: host mx said: 550 5.1.1 User unknown",
      ),
    ).toHaveLength(1);
    expect(first("550 Sender verify failed, callout said: 550 5.1.1 no such user")?.code).toBe(550);
    expect(chains("550 Sender verify failed, callout said: 550 5.1.1 no such user")[0]).toHaveLength(1);
  });
});

describe("who said it, and at which stage", () => {
  it.each([
    [
      "host mx.example.com[192.0.2.1] said: 550 5.1.1 x (in reply to RCPT TO command)",
      "mx.example.com",
      "192.0.2.1",
      "RCPT",
    ],
    [
      "host mx.example.com [192.0.2.1]\n    SMTP error from remote mail server after end of data:\n    552 5.2.2 x",
      "mx.example.com",
      "192.0.2.1",
      "DATA",
    ],
    [
      "... while talking to mx.example.com.:\n>>> MAIL From:<a@b>\n<<< 553 5.1.8 x",
      "mx.example.com",
      null,
      "MAIL",
    ],
    ["192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 x", null, "192.0.2.1", "RCPT"],
    [
      "rejected by the server by mx.example.com. [192.0.2.1].\n550 5.1.1 x (state 14)",
      "mx.example.com",
      "192.0.2.1",
      "RCPT",
    ],
    ["host mx.example.com[2001:db8::1] said: 550 5.1.1 x", "mx.example.com", "2001:db8::1", null],
    ["mx.example.com refused to talk to me: 554 5.7.1 no", null, null, "CONNECT"],
  ])("%s", (text, host, ip, stage) => {
    expect(first(text)).toMatchObject({ host, ip, stage });
  });
});

describe("numbers that are no replies", () => {
  it.each([
    "There are 550 people in the company",
    "Version 5.1.2 is out",
    "Exim 4.96.2",
    "502 Bad Gateway",
    "550 MB of 500 GB",
    "call 555-0100",
    "192.0.2.1 and 5.1.1.1",
    "on 2026-05-01 at 4.5.6",
  ])("%s", text => {
    expect(findReplies(text)).toEqual([]);
  });

  it("5.4.14 is not 5.4.1", () => {
    expect(first("554 5.4.14 Hop count exceeded")?.enhanced).toBe("5.4.14");
  });
});

describe("the bracket of Exchange Online", () => {
  it.each([
    ["[A.prod.outlook.com]", null],
    [
      "[AM4PEPF1.eurprd04.prod.outlook.com 2026-01-29T12:31:01.197Z 08DE5971FB66165F]",
      {
        host: "AM4PEPF1.eurprd04.prod.outlook.com",
        time: "2026-01-29T12:31:01.197Z",
        id: "08DE5971FB66165F",
      },
    ],
    [
      "[AM4PEPF1.eurprd04.prod.out\nlook.com 2026-0\n1-29 T12:31:01.197Z 08DE5971FB66165F]",
      {
        host: "AM4PEPF1.eurprd04.prod.outlook.com",
        time: "2026-01-29T12:31:01.197Z",
        id: "08DE5971FB66165F",
      },
    ],
    [
      "[BL2NAM06FT016.Eop-nam06.prod.protection.outlook.com]",
      { host: "BL2NAM06FT016.Eop-nam06.prod.protection.outlook.com", time: null, id: null },
    ],
    ["[192.0.2.1] and [user@example.com]", null],
  ])("%s", (text, session) => {
    expect(microsoftSession(text)).toEqual(session);
  });
});
