import { describe, expect, test } from "vitest";
import {
  againstCause,
  forCause,
  probabilityOf,
  runTriage,
  type TriageScenario,
} from "../../support/triage-scenario.ts";
import { CONTOSO, contoso, LIVING_LISTS, postfixBounce, SENDER } from "../../support/triage-worlds.ts";

/** 550 5.4.1 of Microsoft's edge: every cause that may be behind it, told apart by DNS and by what people know. */
const world = (zone: string) => `${SENDER}\n${zone}`;
const M365 = world(CONTOSO);

const FIRST: readonly (readonly [
  string,
  TriageScenario,
  { readonly cause: string; readonly because?: string },
])[] = [
  [
    "address wrong or gone: today's MX record is the host that refused",
    { bounce: postfixBounce(), zone: M365 },
    { cause: "recipient_unknown", because: "mx-is-remote" },
  ],
  [
    "address wrong: the mail names another one a letter away",
    {
      bounce: postfixBounce({
        to: ["jane.do@contoso.com"],
        toHeader: "jane.do@contoso.com, jane.doe@contoso.com",
      }),
      zone: M365,
    },
    { cause: "recipient_unknown", because: "near-miss" },
  ],
  [
    "not in the directory: a hybrid routing address",
    {
      bounce: postfixBounce({
        to: ["jane.doe@contoso.mail.onmicrosoft.com"],
        host: "contoso-mail-onmicrosoft-com.mail.protection.outlook.com",
      }),
      zone: world(
        "contoso.mail.onmicrosoft.com. IN MX 0 contoso-mail-onmicrosoft-com.mail.protection.outlook.com.",
      ),
    },
    { cause: "recipient_not_in_edge_directory", because: "hybrid-routing-address" },
  ],
  [
    "not in the directory: mail from inside arrives",
    { bounce: postfixBounce(), zone: M365, statements: ["internal-mail-works"] },
    { cause: "recipient_not_in_edge_directory", because: "internal-mail-works" },
  ],
  [
    "not in the directory: a group in a domain with servers of its own, and no trace of the mail",
    {
      bounce: postfixBounce({ to: ["sales@contoso.com"] }),
      zone: world(
        contoso(`
@ IN MX 0 contoso-com.mail.protection.outlook.com.
@ IN TXT "v=spf1 ip4:203.0.113.10 include:spf.protection.outlook.com -all"
autodiscover IN A 203.0.113.10`),
      ),
      statements: ["no-message-trace"],
    },
    { cause: "recipient_not_in_edge_directory", because: "hybrid-signs" },
  ],
  [
    "the whole domain: several refused, and the zone was changed the day before",
    {
      bounce: postfixBounce({
        to: ["jane.doe@contoso.com", "john.roe@contoso.com", "mary.major@contoso.com"],
      }),
      zone: world(CONTOSO.replace("2025030301", "2026112301")),
    },
    { cause: "accepted_domain_problem", because: "zone-changed-lately" },
  ],
  [
    "an old route: the MX record leads to Google",
    {
      bounce: postfixBounce(),
      zone: world(contoso("@ IN MX 1 smtp.google.com.\nsmtp.google.com. IN A 198.51.100.130")),
    },
    { cause: "stale_route", because: "mx-is-not-microsoft" },
  ],
  [
    "an old route: the MX record leads to servers of the domain itself",
    {
      bounce: postfixBounce(),
      zone: world(contoso("@ IN MX 10 mail.contoso.com.\nmail.contoso.com. IN A 203.0.113.10")),
    },
    { cause: "stale_route", because: "mx-is-not-microsoft" },
  ],
  [
    "an old route: the entrance that refused was made for another domain",
    {
      bounce: postfixBounce({ host: "fabrikam-com.mail.protection.outlook.com", ip: "198.51.100.103" }),
      zone: M365,
    },
    { cause: "stale_route", because: "mx-other-entrance" },
  ],
  [
    "an old route: past the gateway that the MX record names",
    {
      bounce: postfixBounce(),
      zone: world(
        contoso(
          "@ IN MX 10 eu-smtp-inbound-1.mimecast.com.\neu-smtp-inbound-1.mimecast.com. IN A 203.0.113.131",
        ),
      ),
    },
    { cause: "stale_route", because: "gateway-bypassed" },
  ],
  [
    "behind a gateway: it took the mail and wrote the report",
    {
      bounce: postfixBounce({ reporter: "eu-smtp-1.mimecast.com" }),
      zone: world(
        contoso(
          "@ IN MX 10 eu-smtp-inbound-1.mimecast.com.\neu-smtp-inbound-1.mimecast.com. IN A 203.0.113.131",
        ),
      ),
    },
    { cause: "gateway_directory_mismatch", because: "mx-is-gateway" },
  ],
  [
    "behind a server of the domain itself, which took the mail",
    {
      bounce: postfixBounce({ reporter: "mail.contoso.com" }),
      zone: world(contoso("@ IN MX 10 mail.contoso.com.\nmail.contoso.com. IN A 203.0.113.10")),
    },
    { cause: "gateway_directory_mismatch", because: "own-server-in-front" },
  ],
  [
    "forged: whoever got the report did not send the mail",
    { bounce: postfixBounce(), zone: M365, statements: ["user-did-not-send-it"] },
    { cause: "forged_sender", because: "user-did-not-send-it" },
  ],
  [
    "relaying: Microsoft does not serve this domain for this client",
    {
      bounce: postfixBounce({
        reply: "550 5.4.1 Relay Access Denied ## [DB5EUR03FT012.eop-EUR03.prod.protection.outlook.com]",
      }),
      zone: M365,
    },
    { cause: "relay_denied" },
  ],
  [
    "the domain takes no mail any more",
    { bounce: postfixBounce(), zone: world(contoso("@ IN MX 0 .")) },
    { cause: "domain_accepts_no_mail", because: "domain-takes-no-mail" },
  ],
  [
    "the domain is gone",
    { bounce: postfixBounce(), zone: SENDER },
    { cause: "domain_not_found", because: "domain-does-not-exist" },
  ],
];

test.each(FIRST)("%s", async (_name, scenario, expected) => {
  const result = await runTriage(scenario);
  expect(result.causes).toEqual(result.causes.map(() => expected.cause));
  if (expected.because !== undefined) expect(forCause(result, expected.cause)).toContain(expected.because);
});

test("forwarded to an address that is gone", async () => {
  const bounce = `Reporting-MTA: dns; mail.contoso.com

Original-Recipient: rfc822;jane.doe@contoso.com
Final-Recipient: rfc822;jane.doe@fabrikam.com
Action: failed
Status: 5.4.1
Remote-MTA: dns; fabrikam-com.mail.protection.outlook.com
Diagnostic-Code: smtp; 550 5.4.1 Recipient address rejected: Access denied [DB5PEPF00014B9A.eurprd02.prod.outlook.com 2026-11-24T10:00:03.123Z 08DE5971FB66165F]
`;
  const zone = world(`
$ORIGIN fabrikam.com.
@ IN MX 0 fabrikam-com.mail.protection.outlook.com.
fabrikam-com.mail.protection.outlook.com. IN A 198.51.100.103`);
  const result = await runTriage({ bounce, zone });
  expect(result.causes).toEqual(["forwarding_target_dead"]);
  expect(forCause(result, "forwarding_target_dead")).toContain("final-recipient-differs");
});

test("an answer that follows the cause: an old route keeps the address and is for the sender's own admin", async () => {
  const zone = world(contoso("@ IN MX 1 smtp.google.com."));
  const { first } = await runTriage({ bounce: postfixBounce(), zone });
  expect(first.failure).toMatchObject({ addressDead: "no", party: "sender_admin", permanence: "after_fix" });
  expect(probabilityOf({ first } as Parameters<typeof probabilityOf>[0], "stale_route")).toBeGreaterThan(
    0.85,
  );
});

test("half a migration: mail is split between two systems", async () => {
  const zone = world(
    contoso("@ IN MX 0 contoso-com.mail.protection.outlook.com.\n@ IN MX 0 aspmx.l.google.com."),
  );
  const result = await runTriage({ bounce: postfixBounce(), zone });
  expect(forCause(result, "accepted_domain_problem")).toContain("mx-split");
  expect(probabilityOf(result, "accepted_domain_problem")).toBeGreaterThan(0.08);
});

describe("what could not be asked moves nothing", () => {
  const refusedBefore = { bounce: postfixBounce(), zone: M365 };

  test("the MX lookup fails: the ranking is that of the report alone", async () => {
    const faults = [{ name: "contoso.com", type: "MX", failure: "servfail" } as const];
    const silent = await runTriage({ ...refusedBefore, faults });
    expect(silent.first.facts.find(({ topic }) => topic === "route")).toEqual({
      topic: "route",
      standing: "unknown",
      because: "dns-failed",
    });
    expect(forCause(silent, "recipient_unknown")).not.toContain("mx-is-remote");
    expect(probabilityOf(silent, "stale_route")).toBeGreaterThan(0.02);
  });

  test("a resolver that lies: nothing it said counts", async () => {
    const lied = await runTriage({
      bounce: postfixBounce(),
      zone: world(contoso("@ IN MX 1 smtp.google.com.")),
      untrusted: true,
    });
    expect(lied.causes).toEqual(["recipient_unknown"]);
    expect(new Set(lied.first.facts.map(one => ("because" in one ? one.because : "known")))).toEqual(
      new Set(["resolver-untrusted"]),
    );
  });
});

describe("authentication and reputation are not behind this reply", () => {
  const BROKEN = SENDER.replace('"v=spf1 mx -all"', '"v=spf1 include:nowhere.example.net -all"').replace(
    LIVING_LISTS,
    `${LIVING_LISTS}\n25.2.0.192.zen.spamhaus.org. IN A 127.0.0.3`,
  );

  test("a broken SPF record, a missing key and a listed address of the sender: still the address is to blame", async () => {
    const result = await runTriage({
      bounce: postfixBounce({ dkim: "d=example.com; s=lost" }),
      zone: `${BROKEN}\n${CONTOSO}`,
    });
    expect(result.causes).toEqual(["recipient_unknown"]);
    expect(probabilityOf(result, "recipient_unknown")).toBeGreaterThan(0.8);
    const codes = result.first.facts.flatMap(one => ("found" in one ? [one.found.code] : []));
    expect(codes).toEqual(
      expect.arrayContaining(["spf-broken", "key-missing", "ip-listed", "dmarc-cannot-pass"]),
    );
    for (const code of ["spf-broken", "key-missing", "ip-listed", "dmarc-cannot-pass"] as const) {
      expect(result.first.moved.has(code), code).toBe(false);
    }
    expect(result.first.failure.ruledOut.map(({ cause }) => cause)).toEqual(
      expect.arrayContaining(["spf_failure", "dkim_failure", "dmarc_failure", "ip_blocklisted"]),
    );
  });

  test("SPF refuses the address, but the mail is the sender's by its signature: no word of forgery", async () => {
    const result = await runTriage({ bounce: postfixBounce({ sendingIp: "203.0.113.77" }), zone: M365 });
    expect(probabilityOf(result, "forged_sender")).toBe(0);
  });

  test("SPF refuses the address and nothing else fits the sender: forgery is thought of, not believed", async () => {
    const result = await runTriage({
      bounce: postfixBounce({
        sendingIp: "203.0.113.77",
        helo: "host.attacker.test",
        messageId: "<1@host.attacker.test>",
        dkim: null,
      }),
      zone: M365,
    });
    expect(result.causes).toEqual(["recipient_unknown"]);
    expect(forCause(result, "forged_sender")).toContain("sender-not-authorised-for-quoted-ip");
  });
});

test("a person who answers mail is not unknown", async () => {
  const result = await runTriage({
    bounce: postfixBounce(),
    zone: M365,
    statements: ["recipient-answers-mail"],
  });
  expect(againstCause(result, "recipient_unknown")).toContain("recipient-answers-mail");
  expect(probabilityOf(result, "recipient_unknown")).toBeLessThan(0.5);
});

test("of more domains than one bounce asks about, the others say so, and their addresses stay undecided", async () => {
  const domains = ["contoso.com", ...Array.from({ length: 5 }, (_, at) => `other${at}.example.net`)];
  const { joined } = await runTriage({
    bounce: postfixBounce({ to: domains.map(domain => `jane@${domain}`) }),
    zone: world(CONTOSO),
  });
  const [first, last] = [joined.failures[0], joined.failures.at(-1)];
  expect(first?.facts).not.toContainEqual(expect.objectContaining({ because: "too-many-domains" }));
  expect(last?.facts).toContainEqual({ topic: "route", standing: "unknown", because: "too-many-domains" });
  expect(last?.failure.addressDead).toBe("unknown");
});
