import { describe, expect, test } from "vitest";
import type { Resolver } from "#lib/dns/resolver.ts";
import { type Fault, zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { type DkimQuestion, discoverDkim } from "#lib/mail/dkim/discover.ts";
import { asStrings, rsaRecord } from "../../../support/dkim-keys.ts";

const KEY = asStrings(rsaRecord(2048));

interface World {
  readonly zone: string;
  readonly faults?: readonly Fault[];
  readonly question?: Partial<DkimQuestion>;
}

async function discover({ zone, faults = [], question = {} }: World) {
  const asked: string[] = [];
  const inner = zoneResolver(zone, { faults });
  const resolver: Resolver = {
    lookup(name, type, options) {
      asked.push(options?.purpose === "selector" ? `selector ${name}` : name);
      return inner.lookup(name, type, options);
    },
  };
  const found = await discoverDkim(resolver, {
    domain: "example.com",
    messageSelectors: [],
    providerIds: Promise.resolve([]),
    randomLabel: "f00dfeed",
    ...question,
  });
  return { ...found, asked, names: found.selectors.map(({ selector }) => selector) };
}

describe("where keys are looked for", () => {
  test("common selectors, each once, with the control, within the cap", async () => {
    const { asked, names, tried, answered, unanswered, domainkey, wildcard } = await discover({
      zone: `google._domainkey.example.com. TXT ${KEY}\nmail._domainkey.example.com. TXT ${KEY}`,
    });
    expect(names).toEqual(["google", "mail"]);
    expect({ tried, answered, unanswered }).toEqual({ tried: 80, answered: 80, unanswered: null });
    expect(domainkey).toEqual({ ok: true, value: true });
    expect(wildcard).toEqual({ ok: true, value: null });
    expect(asked[0]).toBe("_domainkey.example.com");
    expect(asked.filter(name => name.startsWith("selector "))).toHaveLength(81);
    expect(new Set(asked).size).toBe(asked.length);
  });

  test("NXDOMAIN for _domainkey proves that there are none: no selector is asked", async () => {
    const { asked, domainkey, tried, selectors } = await discover({ zone: "example.com. A 192.0.2.1" });
    expect(domainkey).toEqual({ ok: true, value: false });
    expect({ tried, selectors }).toEqual({ tried: 0, selectors: [] });
    expect(asked).toEqual(["_domainkey.example.com"]);
  });

  test("a key that a message was signed with outweighs that proof", async () => {
    const broken = zoneResolver(
      `x2021._domainkey.example.com. TXT ${KEY}\ngoogle._domainkey.example.com. TXT ${KEY}`,
    );
    const resolver: Resolver = {
      async lookup(name, type, options) {
        const answer = await broken.lookup(name, type, options);
        return name === "_domainkey.example.com" ? { ...answer, status: "nxdomain", ttl: 60 } : answer;
      },
    };
    const found = await discoverDkim(resolver, {
      domain: "example.com",
      messageSelectors: ["x2021"],
      providerIds: Promise.resolve([]),
      randomLabel: "f00dfeed",
    });
    expect(found.domainkey).toEqual({ ok: true, value: true });
    expect(found.selectors.map(({ selector }) => selector)).toEqual(["x2021", "google"]);
  });

  test("selectors of messages first, and kept even when nothing is there", async () => {
    const { selectors } = await discover({
      zone: `own._domainkey.example.com. TXT ${KEY}`,
      question: { messageSelectors: ["own", "gone", "not a selector"] },
    });
    expect(selectors).toMatchObject([
      { selector: "own", source: "message", status: "records" },
      { selector: "gone", source: "message", status: "nxdomain", texts: [] },
    ]);
  });

  test("selectors of the detected providers", async () => {
    const { selectors, tried } = await discover({
      zone: `zmail._domainkey.example.com. TXT ${KEY}`,
      question: { providerIds: Promise.resolve(["zoho-mail"]) },
    });
    expect(selectors).toMatchObject([{ selector: "zmail", source: "provider" }]);
    expect(tried).toBe(84);
  });

  test("never more than 100, however many are named", async () => {
    const { asked, tried } = await discover({
      zone: `x._domainkey.example.com. TXT ${KEY}`,
      question: {
        messageSelectors: Array.from({ length: 500 }, (_, index) => `m${index}x`),
        providerIds: Promise.resolve([
          "proofpoint",
          "mimecast",
          "zoho-mail",
          "gmail",
          "mailbox-org",
          "salesforce",
        ]),
      },
    });
    expect(asked.filter(name => name.startsWith("selector "))).toHaveLength(100);
    expect(tried).toBe(99);
  });
});

describe("wildcards", () => {
  test("an answer for a random selector is told, and hits equal to it are dropped", async () => {
    const { wildcard, names } = await discover({ zone: `*._domainkey.example.com. TXT ${KEY}` });
    expect(wildcard).toEqual({ ok: true, value: { texts: [rsaRecord(2048)], cnames: [] } });
    expect(names).toEqual([]);
  });

  test("a key of its own beside the wildcard counts", async () => {
    const { names } = await discover({
      zone: `*._domainkey.example.com. TXT "v=DKIM1; p="\ns1._domainkey.example.com. TXT ${KEY}`,
    });
    expect(names).toEqual(["s1"]);
  });

  test("texts that are no keys are not hits", async () => {
    const { names } = await discover({
      zone: '*.example.com. TXT "v=spf1 -all"\ndefault._domainkey.example.com. TXT "hello"',
    });
    expect(names).toEqual([]);
  });

  test("a wildcard alias to nowhere is not eighty dangling selectors", async () => {
    const { names, wildcard } = await discover({ zone: "*._domainkey.example.com. CNAME gone.example.net." });
    expect(names).toEqual([]);
    expect(wildcard).toEqual({ ok: true, value: { texts: [], cnames: ["gone.example.net"] } });
  });
});

describe("aliases", () => {
  test("the target and its vendor", async () => {
    const { selectors } = await discover({
      zone: [
        "selector1._domainkey.example.com. CNAME selector1-example-com._domainkey.contoso.onmicrosoft.com.",
        "selector2._domainkey.example.com. CNAME selector2-example-com._domainkey.contoso.onmicrosoft.com.",
        `selector1-example-com._domainkey.contoso.onmicrosoft.com. TXT ${KEY}`,
      ].join("\n"),
    });
    expect(selectors).toMatchObject([
      { selector: "selector1", status: "records", provider: { id: "microsoft365" } },
      {
        selector: "selector2",
        status: "nxdomain",
        cnames: ["selector2-example-com._domainkey.contoso.onmicrosoft.com"],
        provider: { id: "microsoft365" },
      },
    ]);
  });
});

describe("a failed lookup is never an absence", () => {
  test("failures are counted apart", async () => {
    const { tried, answered, unanswered, names } = await discover({
      zone: `google._domainkey.example.com. TXT ${KEY}\ns1._domainkey.example.com. TXT ${KEY}`,
      faults: [
        { name: "google._domainkey.example.com", failure: "timeout" },
        { name: "k2._domainkey.example.com", failure: "servfail" },
      ],
    });
    expect({ tried, answered }).toEqual({ tried: 80, answered: 78 });
    expect(unanswered?.lookups.toSorted()).toEqual([
      "TXT google._domainkey.example.com",
      "TXT k2._domainkey.example.com",
    ]);
    expect(names).toEqual(["s1"]);
  });

  test("without an answer for _domainkey the selectors are asked all the same", async () => {
    const { domainkey, names } = await discover({
      zone: `google._domainkey.example.com. TXT ${KEY}`,
      faults: [{ name: "_domainkey.example.com", failure: "servfail" }],
    });
    expect(domainkey).toEqual({
      ok: false,
      failure: { reason: "dns-failed", lookups: ["TXT _domainkey.example.com"] },
    });
    expect(names).toEqual(["google"]);
  });

  test("without an answer for the control the wildcard is unknown", async () => {
    const { wildcard } = await discover({
      zone: `google._domainkey.example.com. TXT ${KEY}`,
      faults: [{ name: "f00dfeed._domainkey.example.com", failure: "refused" }],
    });
    expect(wildcard.ok).toBe(false);
  });
});
