import { describe, expect, test } from "vitest";
import { CHANGE_RULES, changeRuleOf } from "#lib/scan/changes/rules/index.ts";
import type { Said, SaidChange } from "#lib/scan/changes/said.ts";
import { changeDirection, changeSentence } from "#lib/scan/changes/words.ts";
import type { Status } from "#lib/scan/finding.ts";
import { CHECKS, checkById } from "#lib/scan/registry.ts";

type Answer = readonly [outcome: string, status: Status, args: Said["args"]];

const said = (check: string, [outcome, status, args]: Answer): Said => ({
  check,
  outcome,
  status,
  subject: null,
  args,
});
const change = (check: string, before: Answer | null, after: Answer | null): SaidChange => ({
  check,
  subject: null,
  before: before === null ? null : said(check, before),
  after: after === null ? null : said(check, after),
});

const spf = (lookups: number, outcome: string, status: Status): Answer => [
  outcome,
  status,
  { lookups, limit: 10 },
];
const spfRecord = (record: string): Answer => ["present", "pass", { record }];
const dmarcRecord = (record: string): Answer => ["present", "pass", { at: "example.com", record }];
const mx = (...hosts: readonly string[]): Answer => ["present", "pass", { domain: "example.com", hosts }];
const keys = (...selectors: readonly string[]): Answer => [
  "found",
  "pass",
  { selectors, tried: 80, answered: 80 },
];
const list = (outcome: string, status: Status): Answer => [
  outcome,
  status,
  {
    entry: "203.0.113.9",
    list: "spamhaus-zen",
    name: "Spamhaus ZEN",
    meaning: outcome === "listed" ? "CSS" : undefined,
  },
];

const SENTENCES: readonly (readonly [string, Answer | null, Answer | null, string, string])[] = [
  [
    "dmarc-policy",
    ["quarantine", "pass", {}],
    ["none", "warn", {}],
    "DMARC policy went from quarantine to none",
    "worse",
  ],
  [
    "dmarc-policy",
    ["quarantine", "pass", {}],
    ["reject", "pass", {}],
    "DMARC policy went from quarantine to reject",
    "better",
  ],
  [
    "dmarc-policy",
    ["reject", "pass", {}],
    ["quarantine", "pass", {}],
    "DMARC policy went from reject to quarantine",
    "worse",
  ],
  [
    "dmarc-policy",
    ["reject", "pass", {}],
    ["assumed-none", "warn", {}],
    "DMARC policy went from reject to none (unreadable)",
    "worse",
  ],
  [
    "dmarc-present",
    dmarcRecord("v=DMARC1; p=none"),
    ["missing", "fail", { domain: "example.com", asked: [] }],
    "The DMARC record is gone",
    "worse",
  ],
  [
    "dmarc-present",
    ["missing", "fail", {}],
    dmarcRecord("v=DMARC1; p=none"),
    "There is a DMARC record that receivers use now: v=DMARC1; p=none",
    "better",
  ],
  [
    "dmarc-present",
    dmarcRecord("v=DMARC1; p=none; adkim=r"),
    dmarcRecord("v=DMARC1; p=none; adkim=s; fo=1"),
    "DMARC record changed: adkim is s now (r before), fo is 1 now",
    "other",
  ],
  [
    "dmarc-present",
    dmarcRecord("v=DMARC1; p=none; aspf=s"),
    dmarcRecord("v=DMARC1; p=none"),
    "DMARC record changed: aspf was removed (s before)",
    "other",
  ],
  [
    "dmarc-present",
    dmarcRecord("v=DMARC1; p=none"),
    ["inherited", "pass", { domain: "mail.example.com", from: "example.com", record: "v=DMARC1; p=none" }],
    "The domain's own DMARC record is gone; that of example.com applies now",
    "other",
  ],
  [
    "dmarc-subdomains",
    ["covered", "pass", { existing: "reject" }],
    ["weaker", "warn", { existing: "none" }],
    "DMARC policy for sub-domains went from reject to none",
    "worse",
  ],
  [
    "dmarc-testing",
    ["off", "pass", {}],
    ["on", "warn", {}],
    "DMARC test mode was switched on (t=y)",
    "worse",
  ],
  [
    "dmarc-reports",
    ["ok", "pass", { destinations: ["example.com"] }],
    ["none", "warn", {}],
    "The DMARC record asks for no reports any more",
    "worse",
  ],
  [
    "dmarc-reports",
    ["ok", "pass", { destinations: ["a.example"] }],
    ["ok", "pass", { destinations: ["b.example"] }],
    "Destinations of DMARC reports changed: b.example was added, a.example was removed",
    "other",
  ],
  [
    "spf-lookup-limit",
    spf(9, "near", "warn"),
    spf(11, "exceeded", "fail"),
    "SPF now needs 11 lookups (9 before); receivers stop after 10",
    "worse",
  ],
  [
    "spf-lookup-limit",
    spf(11, "exceeded", "fail"),
    spf(4, "within", "pass"),
    "SPF now needs 4 lookups (11 before)",
    "better",
  ],
  [
    "spf-present",
    spfRecord("v=spf1 mx -all"),
    spfRecord("v=spf1 mx include:spf.example.net -all"),
    "SPF record changed: include:spf.example.net was added",
    "other",
  ],
  [
    "spf-present",
    spfRecord("v=spf1 mx a ip4:192.0.2.1 -all"),
    spfRecord("v=spf1 mx ~all"),
    "SPF record changed: ~all was added, a, ip4:192.0.2.1 and -all were removed",
    "other",
  ],
  [
    "spf-present",
    spfRecord("v=spf1 mx a -all"),
    spfRecord("v=spf1 a mx -all"),
    "SPF record changed: its terms stand in another order (v=spf1 a mx -all)",
    "other",
  ],
  [
    "spf-present",
    spfRecord("v=spf1 mx -all"),
    ["missing", "fail", { nearMiss: null }],
    "The SPF record is gone",
    "worse",
  ],
  [
    "spf-present",
    spfRecord("v=spf1 mx -all"),
    ["multiple", "fail", { records: ["v=spf1 mx -all", "v=spf1 -all"] }],
    "There are 2 SPF records now, so receivers use none of them",
    "worse",
  ],
  [
    "spf-all",
    ["fail", "pass", { term: "-all" }],
    ["pass", "fail", {}],
    "The SPF record ends with +all now (-all before)",
    "worse",
  ],
  [
    "mx-present",
    mx("mx1.example.com", "mx2.example.com"),
    mx("mx2.example.com", "mx3.example.com"),
    "Mail servers changed: mx3.example.com was added, mx1.example.com was removed",
    "other",
  ],
  [
    "mx-present",
    mx("mx1.example.com"),
    ["null-mx", "info", { domain: "example.com" }],
    "The domain says that it accepts no mail now (null MX)",
    "other",
  ],
  [
    "mx-present",
    mx("mx1.example.com"),
    ["none", "fail", { domain: "example.com" }],
    "Mail cannot be delivered any more: there is no MX record and no address",
    "worse",
  ],
  [
    "mx-provider",
    ["identified", "info", { name: "Microsoft 365" }],
    ["identified", "info", { name: "Google Workspace" }],
    "Google Workspace takes the mail now (Microsoft 365 before)",
    "other",
  ],
  [
    "domain-exists",
    ["exists", "pass", {}],
    ["nxdomain", "fail", { domain: "example.com" }],
    "The domain does not exist any more (NXDOMAIN)",
    "worse",
  ],
  ["dkim-selectors", keys("s1", "s2"), keys("s2"), "The DKIM key at the selector s1 is gone", "worse"],
  [
    "dkim-selectors",
    keys("s1"),
    keys("s1", "s2", "s3"),
    "There are DKIM keys at the selectors s2 and s3 now",
    "other",
  ],
  [
    "dkim-selectors",
    keys("s1"),
    ["none-found", "info", { tried: 80, answered: 80 }],
    "No DKIM key is found any more under the names tried",
    "worse",
  ],
  [
    "dkim-key",
    ["valid", "pass", { selector: "s1", bits: 2048 }],
    ["short", "warn", { selector: "s1", bits: 1024 }],
    "The DKIM key at the selector s1 has 1024 bits now (2048 before)",
    "worse",
  ],
  [
    "dkim-key",
    ["valid", "pass", { selector: "s1", bits: 2048 }],
    ["revoked", "info", { selector: "s1" }],
    "The DKIM key at the selector s1 was taken back",
    "other",
  ],
  [
    "ip-blocklist",
    list("not-listed", "pass"),
    list("listed", "fail"),
    "203.0.113.9 is now listed in Spamhaus ZEN (CSS)",
    "worse",
  ],
  ["ip-blocklist", null, list("listed", "fail"), "203.0.113.9 is now listed in Spamhaus ZEN (CSS)", "worse"],
  [
    "ip-blocklist",
    list("listed", "info"),
    list("not-listed", "pass"),
    "203.0.113.9 is no longer listed in Spamhaus ZEN",
    "better",
  ],
  [
    "domain-blocklist",
    list("listed", "fail"),
    null,
    "203.0.113.9, listed in Spamhaus ZEN, does not send for this domain any more",
    "better",
  ],
  [
    "mta-sts",
    ["enforce", "pass", {}],
    ["testing", "info", {}],
    "MTA-STS went from enforce to testing",
    "worse",
  ],
  [
    "tls-rpt",
    ["present", "pass", { destinations: ["mailto:a@example.com"] }],
    ["absent", "info", { domain: "example.com" }],
    "The TLS-RPT record is gone: nobody is told of failed encryption",
    "other",
  ],
  [
    "dnssec",
    ["secure", "pass", {}],
    ["insecure", "info", { domain: "example.com", unsupported: false }],
    "The zone is not signed any more (DNSSEC)",
    "worse",
  ],
  // Without words of its own a check is told by its titles.
  [
    "mx-target",
    ["resolves", "pass", { host: "mx1.example.com", addresses: ["192.0.2.1"] }],
    ["unresolvable", "fail", { host: "mx1.example.com" }],
    "The mail server mx1.example.com has no address (before: mx1.example.com has the address 192.0.2.1)",
    "worse",
  ],
  [
    "ns-agree",
    null,
    ["different", "fail", { name: "example.com", type: "MX" }],
    "New: The name servers disagree about the MX records of example.com",
    "worse",
  ],
];

describe("a change in words", () => {
  test.each(SENTENCES)("%s: %j → %j", (check, before, after, sentence, direction) => {
    const one = change(check, before, after);
    expect([changeSentence(one), changeDirection(one)]).toEqual([sentence, direction]);
  });

  test("of an answer that only an older version gave is still a sentence", () => {
    const one = change("a-check-that-was", ["a", "pass", {}], ["b", "fail", {}]);
    expect(changeSentence(one)).toMatch(/^New: the answer to .+ is another one$/);
    expect(changeDirection(one)).toBe("worse");
  });
});

test("what is hidden or endless in a record does no harm in a sentence", () => {
  const before = spfRecord("v=spf1 -all");
  const hidden = changeSentence(change("spf-present", before, spfRecord("v=spf1 a\r\nBcc:x\u202e -all")));
  expect(hidden).toBe("SPF record changed: a⟨U+000D⟩⟨U+000A⟩Bcc:x⟨U+202E⟩ was added");
  const terms = Array.from({ length: 300 }, (_, n) => `ip4:192.0.2.${n}`).join("");
  const endless = changeSentence(change("spf-present", before, spfRecord(`v=spf1 ${terms} -all`)));
  expect(endless).toHaveLength(500);
});

test("every rule is about a check that there is", () => {
  for (const { check } of CHANGE_RULES) expect(checkById(check)?.id).toBe(check);
  expect(new Set(CHANGE_RULES.map(({ check }) => check)).size).toBe(CHANGE_RULES.length);
});

/** Whatever a check may answer before and after, there are words, and never the id of an outcome as one of them. */
test("every pair of answers has words", () => {
  for (const { id, outcomes } of CHECKS) {
    const answers = Object.entries(outcomes)
      .map(
        ([outcome, { status, example }]): Answer => [
          outcome,
          typeof status === "function" ? status(example) : status,
          example,
        ],
      )
      .filter(answer => changeRuleOf(id).quiet?.(said(id, answer)) !== true);
    for (const before of [null, ...answers]) {
      for (const after of [null, ...answers]) {
        if (before === null && after === null) continue;
        const sentence = changeSentence(change(id, before, after));
        expect(sentence, `${id}: ${before?.[0]} → ${after?.[0]}`).toMatch(/^\S.*[^.\s]$/su);
        expect(sentence).not.toMatch(/undefined|\[object|\bnull\b(?! MX)/u);
        expect(sentence).not.toContain(id);
      }
    }
  }
});
