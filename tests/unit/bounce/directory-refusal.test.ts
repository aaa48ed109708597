import { describe, expect, test } from "vitest";
import { classify } from "#lib/bounce/classify.ts";
import type { BounceReading, DeliveryFailure } from "#lib/bounce/failure.ts";
import { rank541 } from "#lib/bounce/rank-541.ts";
import { reason } from "#lib/bounce/reasons.ts";
import type { Cause } from "#lib/bounce/vocabulary.ts";
import { failureOf, type LineContext, readingOf } from "../../support/bounce-line.ts";
import { threadTime } from "../../support/thread-time.ts";

const EOP = "contoso-example.mail.protection.outlook.com";
const BRACKET = "[DB1PEPF00039231.eurprd03.prod.outlook.com 2026-09-01T07:15:11.120Z 08DDE8F1A2B3C4D5]";

const judge = (
  text: string | readonly string[],
  context: LineContext = {},
  reading?: Partial<BounceReading>,
) => {
  const failure = failureOf(typeof text === "string" ? [text] : text, {
    recipient: "jane@contoso.example",
    ...context,
  });
  return classify(failure, { ...readingOf([failure]), ...reading });
};

/** Families A and B in every form in which they are met. */
const DIRECTORY_REFUSALS: readonly (readonly [name: string, text: string, context?: LineContext])[] = [
  [
    "2014, address in brackets",
    "550 5.4.1 [jane@contoso.example]: Recipient address rejected: Access denied",
  ],
  [
    "2016, with the host",
    "550 5.4.1 [jane@contoso.example]: Recipient address rejected: Access denied [BL2NAM02FT061.eop-nam02.prod.protection.outlook.com]",
  ],
  [
    "angle brackets",
    "550 5.4.1 <jane@contoso.example>: Recipient address rejected: Access denied [BL2NAM02FT061.eop-nam02.prod.protection.outlook.com]",
  ],
  [
    "capital Eop",
    "550 5.4.1 [jane@contoso.example]: Recipient address rejected: Access denied [BL2NAM06FT016.Eop-nam06.prod.protection.outlook.com]",
  ],
  [
    "2019, rule marker",
    "550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [PR2FRA01FT009.eop-fra01.prod.protection.outlook.com]",
  ],
  [
    "2024, blank before T",
    "550 5.4.1 Recipient address rejected: Access denied. [TY1PEPF0000BAD7.JPNP286.PROD.OUTLOOK.COM 2024-08-06 T19:13:55.906Z 08DCB6409251B38F]",
  ],
  [
    "2026, with the link",
    `550 5.4.1 Recipient address rejected: Access denied. For more information see https://aka.ms/EXOSmtpErrors ${BRACKET}`,
  ],
  ["tail cut off", "550 5.4.1 Recipient address rejected: Access denied."],
  ["two blanks", "550 5.4.1  Recipient address rejected:  Access denied"],
  ["multi-line reply", `550-5.4.1 Recipient address rejected: Access denied. ${BRACKET}`],
  ["typed by hand", "550.5.4.1 []: Recipient address rejected: Access denied."],
  [
    "cascade at DATA, 2019",
    "550 5.4.1 All recipient addresses rejected : Access denied [DB5EUR03FT012.eop-EUR03.prod.protection.outlook.com]",
  ],
  [
    "cascade at DATA, marker",
    "550 5.4.1 All recipient addresses rejected : Access denied. AS(201806271) [SG2APC01FT049.eop-APC01.prod.protection.outlook.com]",
  ],
  ["cascade without the blank", "550 5.4.1 All recipient addresses rejected: Access denied"],
  [
    "quoted by Exchange",
    `Remote Server returned '550 5.4.1 [jane@contoso.example]: Recipient address rejected: Access denied [CY1GCC01FT007.eop-gcc01.prod.protection.outlook.com]'`,
  ],
  [
    "wrapped in 554",
    "554 5.4.1 <contoso-example.mail.protection.outlook.com #5.4.1 smtp;550 5.4.1 [jane@contoso.example]: Recipient address rejected: Access denied>",
  ],
  [
    "Cisco's outer words",
    `5.1.0 - Unknown address error 550-'5.4.1 Recipient address rejected: Access denied. ${BRACKET}'`,
  ],
  [
    "Symantec's outer words",
    "Reason: 550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [BMXCHD01FT014.eop-CHD01.prod.protection.outlook.com 2023-01-01T00:00:00.001Z 08DBE218E349CA4F]",
  ],
  [
    "Mimecast's dashes",
    "-- 5.4.1 Recipient address rejected: Access denied. [OS0PR01MB5716.jpnprd01.prod.outlook.com 2024-02-19T09:30:25.255Z 08DC31A2B3C4D5E6]",
  ],
  [
    "IANA's label in front",
    "5.4.1 (no answer from host) Recipient address rejected: Access denied. AS(201806281) [PR2FRA01FT009.eop-fra01.prod.protection.outlook.com]",
  ],
  ["no code at all, Microsoft's host", "Recipient address rejected: Access denied", { host: EOP }],
  [
    "status rewritten to 5.1.1",
    "550 5.1.1 Recipient address rejected: Access denied. AS(201806281)",
    { host: EOP },
  ],
  ["status rewritten to 5.0.0", `550 5.0.0 Recipient address rejected: Access denied. ${BRACKET}`],
  ["bare, Microsoft's host", "550 5.4.1 Access denied", { host: EOP }],
  ["only the code, Microsoft's host", "550 5.4.1", { host: EOP }],
  ["German", "550 5.4.1 Empfängeradresse abgelehnt: Zugriff verweigert"],
  ["Italian", "550 5.4.1 Indirizzo del destinatario rifiutato: Accesso negato"],
];

const NEVER: readonly Cause[] = [
  "spf_failure",
  "dkim_failure",
  "dmarc_failure",
  "authentication_multiple",
  "ip_blocklisted",
  "ip_blocklisted_private",
  "domain_blocklisted",
  "reputation_low",
  "spam_content",
];

describe("550 5.4.1 of Microsoft 365's edge (families A and B)", () => {
  test.each(DIRECTORY_REFUSALS.map(([name, text, context]) => ({ name, text, context })))(
    "$name",
    ({ text, context }) => {
      const judged = judge(text, context);
      expect(judged.causes[0]?.cause).toBe("recipient_unknown");
      expect(judged.causes[0]?.probability).toBeGreaterThan(0.7);
      expect(judged.causes[1]?.cause).toBe("recipient_not_in_edge_directory");
      expect([judged.permanence, judged.addressDead, judged.party]).toEqual(["permanent", "yes", "sender"]);
      expect(judged.provider).toBe("microsoft365");
      const named = new Set(judged.causes.map(({ cause }) => cause));
      const ruledOut = new Set(judged.ruledOut.map(({ cause }) => cause));
      for (const cause of NEVER)
        expect([cause, named.has(cause), ruledOut.has(cause)]).toEqual([cause, false, true]);
    },
  );

  test("at most three in a hundred are left for a policy that nobody documented", () => {
    const judged = judge(`550 5.4.1 Recipient address rejected: Access denied. ${BRACKET}`);
    const sum = judged.causes.reduce((total, { probability }) => total + probability, 0);
    expect(sum).toBeGreaterThanOrEqual(0.97);
    expect(sum).toBeLessThanOrEqual(1);
  });

  test("each ruled-out cause says why", () => {
    const judged = judge(`550 5.4.1 Recipient address rejected: Access denied. ${BRACKET}`);
    expect(judged.ruledOut.find(({ cause }) => cause === "dmarc_failure")?.because).toEqual(
      reason("has-own-code-there", { codes: "5.7.509" }),
    );
    expect(judged.ruledOut.find(({ cause }) => cause === "ip_blocklisted")?.because).toEqual(
      reason("not-tied-to-sending-ip", {}),
    );
  });

  test("the innermost reply decides, whatever the gateway says around it", () => {
    const judged = judge([
      `550 5.4.1 Recipient address rejected: Access denied. ${BRACKET}`,
      "550 5.7.1 Message blocked as spam",
    ]);
    expect(judged.causes[0]?.cause).toBe("recipient_unknown");
  });
});

describe("look-alikes of 550 5.4.1", () => {
  test.each([
    ["relay variant (C)", "550 5.4.1 Relay Access Denied", {}, "relay_denied"],
    ["relay variant with hashes (C)", "#550 5.4.1 Relay Access Denied ##", {}, "relay_denied"],
    [
      "Zoho's block rule (E)",
      "541 5.4.1 Mail rejected by destination domain",
      {},
      "sender_blocked_by_recipient",
    ],
    ["IANA's no answer from host (E)", "451 4.4.1 No answer from host", {}, "host_unreachable"],
    ["IANA's words even with class 5 (E)", "550 5.4.1 No answer from host", {}, "host_unreachable"],
    ["hop count (F)", "554 5.4.14 Hop count exceeded - possible mail loop ATTR34", {}, "routing_loop"],
    ["a longer detail (F)", "550 5.4.12 Sorry", {}, "network_error"],
    [
      "Postfix's own refusal",
      "554 5.7.1 <jane@example.com>: Recipient address rejected: Access denied",
      {},
      "policy_rejected",
    ],
    [
      "an unknown user in a relay table",
      "550 5.4.1 Recipient address rejected: user unknown in relay recipient table",
      {},
      "recipient_unknown",
    ],
    ["tenant attribution", "550 5.7.64 TenantAttribution; Relay Access Denied", {}, "relay_denied"],
  ] as const)("%s", (_, text, context, cause) => {
    const judged = judge(text, context);
    expect(judged.causes[0]?.cause).toBe(cause);
    expect(judged.rule).not.toMatch(/not-in-directory|all-recipients/);
  });

  test("the ancestor of 2009 without enhanced status stays open between directory and policy", () => {
    const judged = judge("554 <nobody@contoso.example>: Recipient address rejected: Access denied");
    expect(judged.causes.map(({ cause }) => cause).slice(0, 2)).toEqual([
      "recipient_unknown",
      "policy_rejected",
    ]);
    expect(judged.causes[0]?.probability).toBeLessThan(0.7);
  });
});

describe("evidence within the report shifts the ranks of a directory refusal", () => {
  const refused = `550 5.4.1 Recipient address rejected: Access denied. ${BRACKET}`;
  const many = (count: number, events: Partial<Record<number, DeliveryFailure["event"]>> = {}) =>
    Array.from(
      { length: count },
      (_, at): DeliveryFailure => ({
        ...failureOf([refused], { recipient: `person.number${at}@contoso.example` }),
        event: events[at] ?? "failed",
      }),
    );
  const share = (judged: ReturnType<typeof judge>, cause: Cause): number =>
    judged.causes.find(ranked => ranked.cause === cause)?.probability ?? 0;
  const alone = judge(refused);

  test("several recipients of one domain point at the domain", () => {
    const failures = many(5);
    const judged = judge(refused, { recipient: "person.number0@contoso.example" }, { failures });
    expect(share(judged, "accepted_domain_problem")).toBeGreaterThan(
      share(alone, "accepted_domain_problem") * 3,
    );
  });

  test("other recipients of the domain that were accepted point at the address", () => {
    const failures = many(3, { 1: "delivered", 2: "relayed" });
    const judged = judge(refused, { recipient: "person.number0@contoso.example" }, { failures });
    expect(share(judged, "recipient_unknown")).toBeGreaterThan(share(alone, "recipient_unknown"));
    expect(share(judged, "accepted_domain_problem")).toBe(0);
  });

  test("a near miss points at a typing slip and names the other address", () => {
    const message = { ...readingOf([]).message, to: ["jane.doe@contoso.example"] };
    const judged = judge(refused, { recipient: "jane.deo@contoso.example" }, { message });
    expect(share(judged, "recipient_unknown")).toBeGreaterThan(0.85);
    expect(judged.causes[0]?.for).toContainEqual(
      reason("near-miss", { address: "jane.doe@contoso.example" }),
    );
  });

  test("a forwarded recipient points at the target of the forwarding", () => {
    const judged = judge(refused, { originalRecipient: "office@fabrikam.example" });
    expect(judged.causes[0]?.cause).toBe("forwarding_target_dead");
    expect(judged.addressDead).toBe("unknown");
  });

  test("a gateway that wrote the report is named as a possibility", () => {
    const judged = judge(refused, { reportingMta: "eu-smtp-delivery-1.mimecast.com" });
    expect(share(judged, "gateway_directory_mismatch")).toBeGreaterThan(0.1);
    expect(judged.causes[0]?.cause).toBe("recipient_unknown");
  });

  test("a function address and a hybrid routing address point at the directory", () => {
    const group = judge(refused, { recipient: "sales@contoso.example" });
    expect(share(group, "recipient_not_in_edge_directory")).toBeGreaterThan(
      share(alone, "recipient_not_in_edge_directory") * 1.5,
    );
    const hybrid = judge(refused, { recipient: "jane@contoso.mail.onmicrosoft.com" });
    expect(hybrid.causes[0]?.cause).toBe("recipient_not_in_edge_directory");
    expect([hybrid.addressDead, hybrid.party]).toEqual(["no", "recipient_admin"]);
  });

  test("DNS evidence is ranked by the same table: an MX elsewhere makes the route stale", () => {
    const [first] = rank541([reason("mx-is-not-microsoft", { host: "mx.example.net" })]);
    expect(first?.cause).toBe("stale_route");
    expect(first?.probability).toBeGreaterThan(0.85);
    const current = rank541([reason("mx-is-remote", { host: EOP })]);
    expect(current.find(({ cause }) => cause === "stale_route")).toBeUndefined();
  });

  test("a thousand recipients in one report take no longer than a glance", () => {
    const reading = { ...readingOf([]), failures: many(2000) };
    const spent = threadTime();
    for (const failure of reading.failures) classify(failure, reading);
    expect(spent()).toBeLessThan(2000);
  });
});
