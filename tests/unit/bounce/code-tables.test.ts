import { describe, expect, test } from "vitest";
import enhancedStatusCodes from "../../../data/enhanced-status-codes.json" with { type: "json" };
import providerCodes from "../../../data/provider-ndr-codes.json" with { type: "json" };
import { classify } from "#lib/bounce/classify.ts";
import { failureOf, readingOf } from "../../support/bounce-line.ts";

const judge = (reply: string, host: string | null = null) => {
  const failure = failureOf([reply], { host, recipient: "jane@contoso.example" });
  return classify(failure, readingOf([failure]));
};

const HOSTS: ReadonlyMap<string, string> = new Map(Object.entries(providerCodes.hosts));

describe("every row of data/provider-ndr-codes.json", () => {
  const replies = providerCodes.codes.flatMap(row =>
    row.examples.map(example => [`${row.provider}: ${example}`, row, example] as const),
  );
  test.each(replies)("%s", (_, row, example) => {
    const judged = judge(example, HOSTS.get(row.provider) ?? null);
    expect(judged.causes[0]?.cause).toBe(row.cause === "as_cached_reply" ? "recipient_unknown" : row.cause);
  });

  test("has examples", () => {
    for (const row of providerCodes.codes)
      expect(row.examples.length, `${row.provider} ${row.code}`).toBeGreaterThan(0);
  });

  test.each([
    ["4.7.500-4.7.699", 4, 500, 699, "rate_limited"],
    ["4.7.850-4.7.899", 4, 850, 899, "reputation_low"],
    ["5.7.606-5.7.649", 5, 606, 649, "ip_blocklisted_private"],
  ] as const)("the whole range %s", (_, group, from, to, cause) => {
    for (let detail = from; detail <= to; detail += 1) {
      const judged = judge(`${group}50 ${group}.7.${detail} Sorry`, HOSTS.get("Microsoft 365"));
      expect([detail, judged.causes[0]?.cause]).toEqual([detail, cause]);
    }
  });
});

describe("every row of data/enhanced-status-codes.json", () => {
  const rows = enhancedStatusCodes.codes.map(row => [row.code, row] as const);
  test.each(rows)("%s means what the registry says, where no provider is known", (code, row) => {
    for (const digit of ["4", "5"]) {
      const status = code.replace("X", digit);
      const judged = judge(`${digit}50 ${status} Sorry`);
      if ("default_cause" in row && status !== "5.4.1") {
        expect([status, judged.causes[0]?.cause]).toEqual([status, row.default_cause]);
        expect(judged.tier).toBe("enhanced-status");
      }
    }
  });

  test("5.4.1 is not the registered meaning but what the code is used for: all meanings are shown", () => {
    expect(judge("550 5.4.1").causes.map(({ cause }) => cause)).toEqual([
      "recipient_unknown",
      "recipient_not_in_edge_directory",
      "relay_denied",
      "host_unreachable",
      "sender_blocked_by_recipient",
    ]);
    expect(judge("450 4.4.1").causes[0]?.cause).toBe("host_unreachable");
  });
});

describe("codes that vendors use for something else", () => {
  const microsoft = HOSTS.get("Microsoft 365");
  const google = HOSTS.get("Google");
  const yahoo = HOSTS.get("Yahoo/AOL");
  const outlook = HOSTS.get("Microsoft consumer (Outlook.com)");
  const zoho = HOSTS.get("Zoho");
  test.each([
    ["5.1.10 at Microsoft is an unknown recipient", "550 5.1.10 Sorry", microsoft, "recipient_unknown"],
    ["5.1.10 elsewhere is a null MX", "556 5.1.10 Sorry", undefined, "domain_accepts_no_mail"],
    ["5.2.1 at Google is a disabled account", "550 5.2.1 Sorry", google, "recipient_disabled"],
    ["4.2.1 at Google is the rate of the mailbox", "450 4.2.1 Sorry", google, "recipient_rate_limited"],
    ["5.2.2 at Microsoft is the sender's quota", "550 5.2.2 Sorry", microsoft, "sending_quota"],
    ["5.2.2 at Google is a full mailbox", "552 5.2.2 Sorry", google, "mailbox_full"],
    ["5.4.1 at Microsoft is the directory", "550 5.4.1 Sorry", microsoft, "recipient_unknown"],
    ["5.4.1 at Zoho is a block rule", "541 5.4.1 Sorry", zoho, "sender_blocked_by_recipient"],
    ["5.5.0 at Outlook.com is an unknown recipient", "550 5.5.0 Sorry", outlook, "recipient_unknown"],
    ["5.5.0 elsewhere is the protocol", "501 5.5.0 Sorry", undefined, "protocol_error"],
    ["5.7.1 alone decides little", "550 5.7.1 Sorry", undefined, "policy_rejected"],
    ["5.7.9 at Yahoo is DMARC", "554 5.7.9 Sorry", yahoo, "dmarc_failure"],
    ["5.7.9 elsewhere is the login", "534 5.7.9 Sorry", undefined, "smtp_auth_required"],
    ["5.7.12 at Microsoft is an internal recipient", "550 5.7.12 Sorry", microsoft, "recipient_restricted"],
    ["5.7.13 at Microsoft is a public folder", "550 5.7.13 Sorry", microsoft, "recipient_restricted"],
    ["5.7.13 elsewhere is the sender's account", "525 5.7.13 Sorry", undefined, "sending_account_blocked"],
    ["5.7.14 at Google is the login", "534 5.7.14 Sorry", google, "smtp_auth_required"],
    ["5.7.23 at Microsoft is SPF", "550 5.7.23 Sorry", microsoft, "spf_failure"],
    ["4.7.23 at Google is reverse DNS", "451 4.7.23 Sorry", google, "reverse_dns"],
    [
      "4.7.26 at Microsoft is IPv6 without SPF and DKIM",
      "450 4.7.26 Sorry",
      microsoft,
      "authentication_multiple",
    ],
    ["5.7.27 at Google is SPF", "550 5.7.27 Sorry", google, "spf_failure"],
    ["5.7.27 elsewhere is the sender's null MX", "550 5.7.27 Sorry", undefined, "sender_address_invalid"],
    ["5.7.28 at Google is the rate", "550 5.7.28 Sorry", google, "rate_limited"],
    ["5.7.29 at Google is TLS", "550 5.7.29 Sorry", google, "tls_failure"],
    ["5.7.29 elsewhere is ARC", "550 5.7.29 Sorry", undefined, "arc_failure"],
    ["5.7.30 at Google is DKIM", "550 5.7.30 Sorry", google, "dkim_failure"],
    ["5.7.30 elsewhere is REQUIRETLS", "550 5.7.30 Sorry", undefined, "tls_failure"],
  ])("%s", (_, reply, host, cause) => {
    expect(judge(reply, host ?? null).causes[0]?.cause).toBe(cause);
  });

  test("421 5.7.32 is temporary: the reply code's class counts", () => {
    expect(judge("421 5.7.32 Sorry", google).permanence).toBe("temporary");
    expect(judge("504 5.7.40 Sorry", google).permanence).toBe("after_fix");
  });

  test("5.2.121 and 5.2.122 pass by themselves although their class is 5", () => {
    for (const reply of ["554 5.2.121 Sorry", "554 5.2.122 Sorry"])
      expect(judge(reply, microsoft).permanence).toBe("temporary");
  });
});
