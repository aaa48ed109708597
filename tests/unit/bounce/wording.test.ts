import { describe, expect, test } from "vitest";
import { classify } from "#lib/bounce/classify.ts";
import { type Reason, type ReasonArgs, type ReasonCode, reason } from "#lib/bounce/reasons.ts";
import { wordReason } from "#lib/bounce/wording.ts";
import { failureOf, readingOf } from "../../support/bounce-line.ts";

/** One example of every code: a code without words here does not compile. */
const EXAMPLES: { readonly [Code in ReasonCode]: ReasonArgs[Code] } = {
  "words-match": { words: "User unknown", host: "gmail" },
  "notice-says": { words: "The mailbox is full" },
  "status-says": { status: "5.1.1" },
  "provider-status-says": { status: "5.1.10", provider: "microsoft365" },
  "status-field-says": { status: "5.1.1" },
  "code-says": { code: 550 },
  "service-says": { event: "suppressed" },
  "provider-recognised": { provider: "yahoo" },
  "status-agrees": { status: "5.1.1" },
  "status-differs": { status: "5.1.1", cause: "recipient_unknown" },
  "same-words-elsewhere": { words: "Access denied" },
  "retried-until-expiry": {},
  "directory-refusal": {},
  "cascade-of-refusals": {},
  "single-recipient": {},
  "other-recipients-accepted": { count: 1 },
  "near-miss": { address: "jane@contoso.example" },
  "several-recipients-refused": { domain: "contoso.example", count: 3 },
  "function-address": { localPart: "sales" },
  "hybrid-routing-address": { domain: "contoso.mail.onmicrosoft.com" },
  "tenant-label-differs": { label: "fabrikam-example", domain: "contoso.example" },
  "gateway-wrote-report": { gateway: "mimecast" },
  "final-recipient-differs": { original: "a@contoso.example", final: "b@fabrikam.example" },
  "recipient-unchanged": {},
  "mx-is-remote": { host: "mx.contoso.example" },
  "mx-is-microsoft": { host: "contoso-example.mail.protection.outlook.com" },
  "mx-is-not-microsoft": { host: "mx.contoso.example" },
  "mx-is-gateway": { gateway: "proofpoint" },
  "mx-changed-lately": {},
  "tenant-verification-record": {},
  "hybrid-signs": { sign: "autodiscover on their own host" },
  "cloud-only-signs": {},
  "internal-mail-works": {},
  "no-message-trace": {},
  "recipient-answers-mail": {},
  "free-mail-typo": { meant: "gmail.com" },
  "sender-not-authorised-for-quoted-ip": { ip: "192.0.2.10" },
  "user-sent-it": {},
  "user-did-not-send-it": {},
  "mx-same-provider": { host: "mx1.contoso.example", provider: "google-workspace" },
  "mx-elsewhere": { now: "smtp.google.com", refusedBy: "contoso-example.mail.protection.outlook.com" },
  "mx-other-entrance": {
    now: "contoso-example.mail.protection.outlook.com",
    refusedBy: "fabrikam-example.mail.protection.outlook.com",
  },
  "mx-split": { providers: ["microsoft365", "google-workspace"] },
  "gateway-bypassed": { gateway: "mimecast", refusedBy: "contoso-example.mail.protection.outlook.com" },
  "own-server-in-front": { host: "mail.contoso.example" },
  "zone-changed-lately": { day: "2026-11-24" },
  "domain-does-not-exist": { domain: "contosso.example" },
  "domain-takes-no-mail": { domain: "parked.example" },
  "domain-has-no-server": { domain: "contoso.example" },
  "domain-takes-mail": { domain: "contoso.example", host: "mx.contoso.example" },
  "spf-fails": { ip: "203.0.113.9", domain: "example.com", result: "softfail" },
  "spf-passes": { ip: "203.0.113.9", domain: "example.com" },
  "spf-broken": { domain: "example.com" },
  "spf-missing": { domain: "example.com" },
  "not-signed": {},
  "key-usable": { selector: "s1", domain: "example.com" },
  "key-unusable": { selector: "s1", domain: "example.com" },
  "key-missing": { selector: "s1", domain: "example.com" },
  "dmarc-can-pass": { domain: "example.com", by: "DKIM" },
  "dmarc-cannot-pass": { domain: "example.com" },
  "dmarc-asks-for": { domain: "example.com", policy: "reject" },
  "dmarc-asks-nothing": { domain: "example.com" },
  "ip-listed": { ip: "203.0.113.9", lists: ["Spamhaus ZEN"] },
  "ip-not-listed": { ip: "203.0.113.9", asked: 18 },
  "domain-listed": { domain: "example.com", lists: ["Spamhaus DBL"] },
  "domain-not-listed": { domain: "example.com", asked: 4 },
  "reverse-confirmed": { ip: "203.0.113.9", name: "mail.example.com" },
  "reverse-unconfirmed": { ip: "203.0.113.9", name: "mail.example.com" },
  "reverse-missing": { ip: "203.0.113.9" },
  "return-path-takes-mail": { domain: "example.com" },
  "return-path-takes-no-mail": { domain: "example.com" },
  "quoted-spf-failed": { domain: "example.org" },
  "quoted-dmarc-failed": { domain: "example.org" },
  "quoted-marked-as-spam": {},
  "quoted-from-dial-up": { host: "dsl-192-0-2-10.isp.example" },
  "quoted-trace-foreign": { domain: "example.org" },
  "quoted-message-id-foreign": { host: "isp.example", domain: "example.org" },
  "quoted-trace-own": { host: "mx.example.org" },
  "quoted-signed": { domain: "example.org" },
  "report-from-own-server": { host: "mx.example.org" },
  "refused-before-filtering": {},
  "has-own-code-there": { codes: "5.7.23" },
  "not-tied-to-sending-ip": {},
  "reply-is-about-recipient": {},
  "reply-is-about-domain": {},
  "no-reply-quoted": {},
  "words-not-known": { words: "XYZZY" },
  "code-says-little": { code: "550" },
};

const exampleOf = <Code extends ReasonCode>(code: Code): Reason =>
  reason<Code>(code, EXAMPLES[code]) as Reason;

describe("reasons in words", () => {
  test.each(Object.keys(EXAMPLES) as ReasonCode[])("%s", code => {
    const words = wordReason(exampleOf(code));
    expect(words).not.toMatch(/undefined|null|\[object|[{}!]/);
    expect(words.length).toBeGreaterThan(10);
    for (const value of Object.values(EXAMPLES[code])) {
      if (typeof value === "number") expect(words).toContain(String(value));
    }
  });
});

const judge = (reply: string) => {
  const failure = failureOf([reply], { recipient: "jane@contoso.example" });
  return classify(failure, readingOf([failure]));
};

describe("grounds of a judgement are codes", () => {
  test("words, and a status code that agrees", () => {
    const [top] = judge(
      "550 5.1.1 <nobody@example.com>: Recipient address rejected: User unknown in local recipient table",
    ).causes;
    expect(top?.for.map(({ code }) => code)).toEqual(["words-match", "status-agrees"]);
  });

  test("a status code that disagrees is named against, and as the next cause", () => {
    const { causes } = judge("550 5.1.1 jane@example.com mailbox is full");
    expect(causes[0]?.cause).toBe("mailbox_full");
    expect(causes[0]?.against).toEqual([
      reason("status-differs", { status: "5.1.1", cause: "recipient_unknown" }),
    ]);
    expect(causes[1]?.cause).toBe("recipient_unknown");
  });

  test("unknown says why", () => {
    expect(judge("250 xyzzy plugh").causes[0]?.for).toEqual([
      reason("words-not-known", { words: "xyzzy plugh" }),
    ]);
    const silent = failureOf([]);
    expect(classify(silent, readingOf([silent])).causes[0]?.for).toEqual([reason("no-reply-quoted", {})]);
  });

  test("a clear statement about the recipient leaves no room for blame elsewhere", () => {
    const { ruledOut } = judge("550 5.1.1 User unknown");
    expect(ruledOut.map(({ cause }) => cause)).toContain("spf_failure");
    expect(ruledOut.every(({ because }) => because.code === "reply-is-about-recipient")).toBe(true);
  });
});
