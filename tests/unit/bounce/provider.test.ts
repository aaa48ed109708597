import { describe, expect, test } from "vitest";
import mxProviders from "../../../data/mx-providers.json" with { type: "json" };
import replyHosts from "../../../data/reply-hosts.json" with { type: "json" };
import {
  isGateway,
  providerName,
  providerOfHost,
  providerOfRecipient,
  recogniseProvider,
} from "#lib/bounce/provider.ts";
import { PROVIDER_MARKERS } from "#lib/bounce/provider-markers.ts";
import { RULE_SETS } from "#lib/bounce/rules/index.ts";
import { failureOf, type LineContext } from "../../support/bounce-line.ts";

const recognise = (
  text: string,
  context: LineContext & { readonly remoteMta?: string } = {},
): string | null => {
  const failure = { ...failureOf([text], context), remoteMta: context.remoteMta ?? null };
  const [reply] = failure.replies;
  return reply ? recogniseProvider(reply, failure) : null;
};

describe("who wrote a reply", () => {
  test.each([
    ["by its host", "550 5.1.1 no", { host: "mx01.mail.icloud.com" }, "icloud"],
    ["by a host that is no MX", "550 5.1.1 no", { host: "mta1001.mail.ne1.yahoo.com" }, "yahoo"],
    ["by the host the report names", "550 5.1.1 no", { remoteMta: "mx00.t-online.de" }, "t-online"],
    ["by Google's signature", "550 5.1.1 No such user x1si123 - gsmtp", {}, "google-workspace"],
    [
      "by Microsoft's bracket",
      "550 5.7.1 no [DB5PEPF00014B8A.eurprd02.prod.outlook.com 2026-11-22T10:00:03.120Z 08DE29F1A2B3C4D5]",
      {},
      "microsoft365",
    ],
    ["by Yahoo's bracket", "421 4.7.0 [TSS04] deferred", {}, "yahoo"],
    ["by a help page", "554 no; see https://postmaster.gmx.net/en/case?c=r0301", {}, "gmx"],
    [
      "by the recipient's domain, where nothing else tells",
      "550 no",
      { recipient: "jane@gmail.com" },
      "gmail",
    ],
  ] as const)("%s", (_, text, context, provider) => {
    expect(recognise(text, context)).toBe(provider);
  });

  test("the signature of the author counts more than the gateway that passed the reply on", () => {
    expect(
      recognise(
        "550 5.4.1 Recipient address rejected: Access denied. [DB5PEPF00014B8A.eurprd02.prod.outlook.com 2026-11-22T10:00:03.120Z 08DE29F1A2B3C4D5]",
        { host: "eu-smtp-inbound-1.mimecast.com" },
      ),
    ).toBe("microsoft365");
  });

  test("a list or page that others quote too counts less than a known host", () => {
    const text = "550 5.7.1 blocked, see https://ipcheck.proofpoint.com/?ip=192.0.2.10";
    expect(recognise(text, { host: "mx02.mail.icloud.com" })).toBe("icloud");
    expect(recognise(text)).toBe("proofpoint");
  });

  test("the sending server that a refusal speaks of is not its author", () => {
    expect(
      recognise("554 5.7.1 Client host mail-am6eur05on2041.outbound.protection.outlook.com blocked", {
        host: "mx.example.com",
      }),
    ).toBeNull();
  });

  test("consumer mailboxes are told apart from those of organisations", () => {
    expect(recognise("550 5.5.0 no", { host: "mx.prod.outlook.com", recipient: "jane@hotmail.com" })).toBe(
      "outlook-consumer",
    );
    expect(recognise("550 5.1.1 no - gsmtp", { recipient: "jane@gmail.com" })).toBe("gmail");
  });
});

describe("hosts", () => {
  test.each([
    ["contoso-example.mail.protection.outlook.com", "microsoft365"],
    ["CONTOSO-EXAMPLE.MAIL.PROTECTION.OUTLOOK.COM.", "microsoft365"],
    ["hotmail-com.olc.protection.outlook.com", "outlook-consumer"],
    ["gmail-smtp-in.l.google.com", "gmail"],
    ["alt1.aspmx.l.google.com", "google-workspace"],
    ["mx.example.com", null],
    ["outlook.com.attacker.example", null],
    ["notoutlook.com", null],
    ["localhost", null],
  ])("%s", (host, provider) => {
    expect(providerOfHost(host)).toBe(provider);
  });

  test("mailboxes", () => {
    expect(providerOfRecipient("Jane@WEB.DE")).toBe("webde");
    expect(providerOfRecipient("jane@contoso.example")).toBeNull();
    expect(providerOfRecipient(null)).toBeNull();
  });
});

describe("the tables", () => {
  const known = new Set([
    ...mxProviders.entries.map(entry => entry.provider_id),
    ...replyHosts.hosts.map(entry => entry.provider_id),
  ]);

  test("every provider that a rule, a marker or a mailbox names is known, and has a name for people", () => {
    const named = [
      ...RULE_SETS.flatMap(set => [...(set.providers ?? []), ...(set.speaksFor ? [set.speaksFor] : [])]),
      ...PROVIDER_MARKERS.map(({ provider }) => provider),
      ...replyHosts.recipientDomains.map(entry => entry.provider_id),
    ];
    for (const provider of named) {
      expect([provider, known.has(provider)]).toEqual([provider, true]);
      expect(providerName(provider)).not.toBe("");
    }
  });

  test("gateways are known as such", () => {
    expect([isGateway("mimecast"), isGateway("microsoft365")]).toEqual([true, false]);
  });
});
