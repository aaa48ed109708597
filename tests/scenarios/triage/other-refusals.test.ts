import { describe, expect, test } from "vitest";
import type { BounceEvidence } from "#lib/triage/evidence.ts";
import { againstCause, forCause, probabilityOf, runTriage } from "../../support/triage-scenario.ts";
import {
  CONTOSO,
  contoso,
  LIVING_LISTS,
  type PostfixBounce,
  postfixBounce,
  SENDER,
} from "../../support/triage-worlds.ts";

/** Replies of other kinds, and what DNS adds to them. */

const GMAIL = `
$ORIGIN gmail.com.
@ IN SOA ns1.google.com. hostmaster 1 7200 900 1209600 300
@ IN MX 5 gmail-smtp-in.l.google.com.
gmail-smtp-in.l.google.com. IN A 198.51.100.130
`;

const toGmail = (reply: string, more: PostfixBounce = {}): string =>
  postfixBounce({
    to: ["jane@gmail.com"],
    host: "gmail-smtp-in.l.google.com",
    ip: "198.51.100.130",
    reply,
    ...more,
  });

const proposalIn = ({ sender }: BounceEvidence) => (sender.spf.ok ? sender.spf.value.proposal : null);

const WRONG_IP = "203.0.113.77";

describe("SPF", () => {
  const REFUSALS: readonly (readonly [string, string, string])[] = [
    [
      "5.7.26 of Google",
      toGmail(
        `550-5.7.26 Your email has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. Authentication results: DKIM = did not pass SPF [example.com] with ip: [${WRONG_IP}] = did not pass. 5a478bee46e88-123si456 - gsmtp`,
        { sendingIp: WRONG_IP, dkim: null },
      ),
      GMAIL,
    ],
    [
      "5.7.27 of Google",
      toGmail(
        `550-5.7.27 Your email has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with SPF. SPF [example.com] with ip: [${WRONG_IP}] = did not pass 123si456 - gsmtp`,
        { sendingIp: WRONG_IP },
      ),
      GMAIL,
    ],
    [
      "5.7.23 of Microsoft",
      postfixBounce({
        reply:
          "550 5.7.23 The message was rejected because of Sender Policy Framework violation -> 550 5.7.1 SPF MAIL FROM check failed [DB5PEPF00014B9A.eurprd02.prod.outlook.com 2026-11-24T10:00:03.123Z 08DE5971FB66165F]",
        sendingIp: WRONG_IP,
      }),
      CONTOSO,
    ],
  ];

  test.each(REFUSALS)(
    "%s: the address is not in the record; the record to publish names it",
    async (_, bounce, zone) => {
      const result = await runTriage({ bounce, zone: `${SENDER}\n${zone}` });
      expect(["spf_failure", "authentication_multiple"]).toContain(result.causes[0]);
      expect(forCause(result, result.causes[0] ?? "")).toContain("spf-fails");
      expect(proposalIn(result.evidence)).toEqual({
        record: {
          action: "replace",
          name: "example.com",
          type: "TXT",
          value: `v=spf1 ip4:${WRONG_IP} mx -all`,
          replaces: "v=spf1 mx -all",
        },
        term: `ip4:${WRONG_IP}`,
        service: null,
      });
    },
  );

  test("the trace shows which term was looked at and why none matched", async () => {
    const { evidence } = await runTriage({ bounce: REFUSALS[2]?.[1] ?? "", zone: `${SENDER}\n${CONTOSO}` });
    const { spf } = evidence.sender;
    expect(spf.ok && spf.value).toMatchObject({
      ip: WRONG_IP,
      mailFrom: "bob@example.com",
      helo: "out.example.com",
      assumed: false,
      result: "fail",
      reason: { code: "matched", term: "-all" },
    });
    expect(spf.ok && spf.value.trace.map(({ term, outcome }) => `${term} ${outcome}`)).toEqual([
      "mx no-match",
      "-all match",
    ]);
  });

  test("a known service: its include is proposed, once its own record proves the address", async () => {
    const { evidence } = await runTriage({
      bounce: postfixBounce({
        sendingIp: "198.51.100.200",
        helo: "mail-db8eur05on2101.outbound.protection.outlook.com",
        reply: "550 5.7.23 SPF check failed",
      }),
      zone: `${SENDER}\n${CONTOSO}\nspf.protection.outlook.com. IN TXT "v=spf1 ip4:198.51.100.192/26 -all"`,
    });
    expect(proposalIn(evidence)).toMatchObject({ term: "include:spf.protection.outlook.com" });
  });

  test("no record at all: a first one is proposed", async () => {
    const { evidence } = await runTriage({
      bounce: REFUSALS[2]?.[1] ?? "",
      zone: `${SENDER.replace('@       IN TXT "v=spf1 mx -all"', "")}\n${CONTOSO}`,
    });
    expect(proposalIn(evidence)?.record).toMatchObject({
      action: "create",
      value: `v=spf1 ip4:${WRONG_IP} ~all`,
      replaces: null,
    });
  });

  test("the address passes today: said against the cause, which stays first", async () => {
    const result = await runTriage({
      bounce: postfixBounce({
        reply: "550 5.7.23 The message was rejected because of Sender Policy Framework violation",
      }),
      zone: `${SENDER}\n${CONTOSO}`,
    });
    expect(result.causes).toEqual(["spf_failure"]);
    expect(againstCause(result, "spf_failure")).toEqual(["spf-passes"]);
    expect(probabilityOf(result, "spf_failure")).toBeLessThan(0.95);
  });

  test("the record does not answer: the result is unknown and moves nothing", async () => {
    const bounce = REFUSALS[2]?.[1] ?? "";
    const faults = [{ name: "example.com", type: "TXT", failure: "timeout" } as const];
    const result = await runTriage({ bounce, zone: `${SENDER}\n${CONTOSO}`, faults });
    expect(result.evidence.sender.spf).toMatchObject({
      ok: false,
      because: "dns-failed",
      lookups: ["TXT example.com"],
    });
    expect(forCause(result, "spf_failure")).not.toContain("spf-fails");
    expect(result.first.facts).toContainEqual({ topic: "spf", standing: "unknown", because: "dns-failed" });
  });

  test("no sending address in the report: that is what is said", async () => {
    const result = await runTriage({
      bounce: "550 5.7.23 The message was rejected because of Sender Policy Framework violation",
      zone: SENDER,
    });
    expect(result.first.facts).toContainEqual({
      topic: "spf",
      standing: "unknown",
      because: "no-sending-address",
    });
    expect(result.first.facts).toContainEqual({
      topic: "address-lists",
      standing: "unknown",
      because: "no-sending-address",
    });
  });
});

describe("DKIM and DMARC", () => {
  const REPLY =
    "550 5.7.509 Access denied, sending domain example.com does not pass DMARC verification and has a DMARC policy of reject.";

  test("neither passes: the key is not published and SPF is not for this address", async () => {
    const result = await runTriage({
      bounce: postfixBounce({ reply: REPLY, sendingIp: WRONG_IP, dkim: "d=example.com; s=lost" }),
      zone: `${SENDER}\n${CONTOSO}`,
    });
    expect(result.causes).toEqual(["dmarc_failure"]);
    expect(forCause(result, "dmarc_failure")).toEqual(
      expect.arrayContaining(["dmarc-cannot-pass", "dmarc-asks-for", "spf-fails"]),
    );
  });

  test("signed by the domain of a service only: passes DKIM, does not count for DMARC", async () => {
    const zone = `${SENDER}\n${CONTOSO}\ns1._domainkey.service.net. IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="`;
    const { evidence } = await runTriage({
      bounce: postfixBounce({ reply: REPLY, sendingIp: WRONG_IP, dkim: "d=service.net; s=s1" }),
      zone,
    });
    expect(evidence.sender.keys).toEqual({
      ok: true,
      value: [
        {
          domain: "service.net",
          selector: "s1",
          key: { ok: true, value: "usable" },
          aligned: { ok: true, value: false },
        },
      ],
    });
  });

  test.each([
    ["relaxed", "v=DMARC1; p=reject", true],
    ["strict", "v=DMARC1; p=reject; adkim=s; aspf=s", false],
  ])("a sub-domain that signs and bounces counts when alignment is %s", async (_, record, aligned) => {
    const zone = `${SENDER.replace('"v=DMARC1; p=reject"', `"${record}"`)}
$ORIGIN example.com.
news IN TXT "v=spf1 ip4:192.0.2.25 -all"
s1._domainkey.news IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
${CONTOSO}`;
    const bounce = postfixBounce({ reply: REPLY, dkim: "d=news.example.com; s=s1" }).replace(
      "Return-Path: <bob@example.com>",
      "Return-Path: <bounce@news.example.com>",
    );
    const { evidence } = await runTriage({ bounce, zone });
    const { keys, dmarc } = evidence.sender;
    expect(keys.ok && keys.value[0]?.aligned).toEqual({ ok: true, value: aligned });
    expect(dmarc.ok && dmarc.value.spfAligned).toEqual({ ok: true, value: aligned });
  });
});

describe("reputation", () => {
  const LISTED = `${SENDER}\n${CONTOSO}\n25.2.0.192.zen.spamhaus.org. IN A 127.0.0.3\n25.2.0.192.zen.spamhaus.org. IN TXT "https://example.org/sbl"`;
  const NAMED = postfixBounce({
    reply:
      "550 5.7.1 Service unavailable, Client host [192.0.2.25] blocked using Spamhaus. To request removal see https://www.spamhaus.org/query/ip/192.0.2.25",
  });
  const VAGUE = postfixBounce({
    host: "mx.contoso.com",
    reply: "554 5.7.1 Message rejected due to local policy",
  });

  test("the reply names a list, and the address is on it", async () => {
    const result = await runTriage({ bounce: NAMED, zone: LISTED });
    expect(result.causes).toEqual(["ip_blocklisted"]);
    expect(forCause(result, "ip_blocklisted")).toContain("ip-listed");
    const { addressLists } = result.evidence.sender;
    expect(addressLists.ok && addressLists.value.find(({ list }) => list === "spamhaus-zen")).toMatchObject({
      entry: "192.0.2.25",
      verdict: { result: "listed" },
    });
  });

  test("the reply names a list, and the address is on none any more", async () => {
    const result = await runTriage({ bounce: NAMED, zone: `${SENDER}\n${CONTOSO}` });
    expect(result.causes).toEqual(["ip_blocklisted"]);
    expect(againstCause(result, "ip_blocklisted")).toEqual(["ip-not-listed"]);
  });

  test("lists that do not answer say nothing: unknown, not clear", async () => {
    const result = await runTriage({
      bounce: NAMED,
      zone: `${SENDER.replace(LIVING_LISTS, "")}\n${CONTOSO}`,
    });
    expect(result.first.facts).toContainEqual({
      topic: "address-lists",
      standing: "unknown",
      because: "dns-failed",
    });
    expect(againstCause(result, "ip_blocklisted")).toEqual([]);
  });

  test("a vague refusal by policy: a listing is brought in as a cause", async () => {
    const [clear, listed] = [
      await runTriage({ bounce: VAGUE, zone: `${SENDER}\n${CONTOSO}` }),
      await runTriage({ bounce: VAGUE, zone: LISTED }),
    ];
    expect(probabilityOf(clear, "ip_blocklisted")).toBe(0);
    expect(forCause(listed, "ip_blocklisted")).toEqual(["ip-listed"]);
    expect(probabilityOf(listed, "ip_blocklisted")).toBeGreaterThan(0.1);
  });

  test("reverse DNS: missing, and the reply says so", async () => {
    const result = await runTriage({
      bounce: toGmail(
        "550-5.7.25 The IP address sending this message does not have a PTR record, or the corresponding forward DNS entry does not match the sending IP. - gsmtp",
        { sendingIp: WRONG_IP },
      ),
      zone: `${SENDER}\n${GMAIL}`,
    });
    expect(result.causes).toEqual(["reverse_dns"]);
    expect(forCause(result, "reverse_dns")).toContain("reverse-missing");
  });
});

describe("route and address", () => {
  const UNKNOWN_USER = "550 5.1.1 <jane.doe@contoso.com>: Recipient address rejected: User unknown";

  test("an unknown user, said by a system that the MX record does not name any more", async () => {
    const zone = `${SENDER}\n${contoso("@ IN MX 0 contoso-com.mail.protection.outlook.com.")}`;
    const bounce = postfixBounce({
      host: "aspmx.l.google.com",
      ip: "198.51.100.130",
      reply: "550-5.1.1 The email account that you tried to reach does not exist. - gsmtp",
    });
    const result = await runTriage({ bounce, zone });
    expect(result.causes).toEqual(["stale_route"]);
    expect(forCause(result, "stale_route")).toEqual(["mx-elsewhere"]);
    expect(result.first.failure).toMatchObject({ addressDead: "no", party: "sender_admin" });
  });

  test("a full mailbox stays a full mailbox, wherever mail goes today", async () => {
    const zone = `${SENDER}\n${contoso("@ IN MX 0 contoso-com.mail.protection.outlook.com.")}`;
    const bounce = postfixBounce({
      host: "aspmx.l.google.com",
      ip: "198.51.100.130",
      reply: "552-5.2.2 The email account that you tried to reach is over quota. - gsmtp",
    });
    expect((await runTriage({ bounce, zone })).causes).toEqual(["mailbox_full"]);
  });

  test("the domain is gone: not found, and the address with it", async () => {
    const result = await runTriage({
      bounce: postfixBounce({ host: "mx.contoso.com", reply: UNKNOWN_USER }),
      zone: SENDER,
    });
    expect(result.causes).toEqual(["domain_not_found"]);
    expect(result.first.failure.addressDead).toBe("yes");
  });

  test("null MX: the domain takes no mail", async () => {
    const result = await runTriage({
      bounce: "<jane@contoso.com>: Domain contoso.com does not accept mail (nullMX)",
      zone: `${SENDER}\n${contoso("@ IN MX 0 .")}`,
    });
    expect(result.causes).toEqual(["domain_accepts_no_mail"]);
    expect(forCause(result, "domain_accepts_no_mail")).toContain("domain-takes-no-mail");
  });

  test.each([
    ["jane@gmial.com", "gmail.com"],
    ["jane@hotmial.com", "hotmail.com"],
    ["jane@yahoo.con", "yahoo.com"],
    ["jane@outlok.com", "outlook.com"],
  ])("%s looks like a slip for %s", async (recipient, meant) => {
    const bounce = postfixBounce({
      to: [recipient],
      host: "mx.example.net",
      reply: "550 5.1.1 User unknown",
    });
    const { first } = await runTriage({ bounce, zone: SENDER });
    expect(first.slips).toEqual([{ kind: "domain", meant, because: "well-known" }]);
  });
});
