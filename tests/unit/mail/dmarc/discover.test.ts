import { describe, expect, test } from "vitest";
import type { Resolver } from "#lib/dns/resolver.ts";
import { type Fault, zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { type DmarcDiscovery, discoverDmarc, discoverPolicy } from "#lib/mail/dmarc/discover.ts";
import type { DmarcReading } from "#lib/mail/dmarc/reading.ts";

/** A zone of TXT records, and names that merely exist. */
const world = (records: Record<string, string | readonly string[]>): string =>
  Object.entries(records)
    .flatMap(([name, texts]) =>
      [texts].flat().map(text => (text === "" ? `${name}. A 192.0.2.1` : `${name}. TXT "${text}"`)),
    )
    .join("\n");

const discover = (
  domain: string,
  records: Record<string, string | readonly string[]>,
  faults: readonly Fault[] = [],
): Promise<DmarcDiscovery> => discoverDmarc(zoneResolver(world(records), { faults }), domain);

const servfail = (name: string): Fault => ({ name, failure: "servfail" });

/** A reading in one line: where the record is, the organizational domain, the three policies; "?" is unknown. */
function summary(reading: DmarcReading): string {
  const record = reading.record.ok ? (reading.record.value?.domain ?? "-") : "?";
  const organization = reading.organizationalDomain.ok ? reading.organizationalDomain.value : "?";
  const policies = [reading.exact, reading.existingSubdomain, reading.missingSubdomain].map(part =>
    part.ok ? (part.value.policy ?? `-${part.value.because}`) : "?",
  );
  return [record, organization, ...policies].join(" ");
}
const by9989 = async (...input: Parameters<typeof discover>) => summary((await discover(...input)).rfc9989);
const by7489 = async (...input: Parameters<typeof discover>) => summary((await discover(...input)).rfc7489);

describe("policy by RFC 9989", () => {
  test("own record: p for itself, sp and np for sub-domains", async () => {
    const zone = {
      "example.com": "",
      "_dmarc.example.com": "v=DMARC1; p=quarantine; sp=none; np=reject",
    };
    expect(await by9989("example.com", zone)).toBe("example.com example.com quarantine none reject");
  });

  test("without sp and np everything is p; without np a missing sub-domain is sp", async () => {
    expect(await by9989("example.com", { "_dmarc.example.com": "v=DMARC1; p=reject" })).toBe(
      "example.com example.com reject reject reject",
    );
    expect(await by9989("example.com", { "_dmarc.example.com": "v=DMARC1; p=none; sp=reject" })).toBe(
      "example.com example.com none reject reject",
    );
  });

  test("inherited by an existing name: sp, else p", async () => {
    const zone = {
      "a.example.com": "",
      "_dmarc.example.com": "v=DMARC1; p=reject; sp=quarantine; np=none",
    };
    expect(await by9989("a.example.com", zone)).toBe("example.com example.com quarantine quarantine none");
  });

  test("inherited by a name that does not exist: np", async () => {
    const zone = { "_dmarc.example.com": "v=DMARC1; p=reject; sp=quarantine; np=none" };
    expect(await by9989("a.example.com", zone)).toBe("example.com example.com none quarantine none");
  });

  test("an empty answer is existence; so is an alias to nowhere", async () => {
    const record = { "_dmarc.example.com": "v=DMARC1; p=reject; sp=quarantine; np=none" };
    expect(await by9989("a.example.com", { ...record, "www.a.example.com": "" })).toContain(" quarantine ");
    const aliased = zoneResolver(`${world(record)}\na.example.com. CNAME gone.example.net.`);
    expect(summary((await discoverDmarc(aliased, "a.example.com")).rfc9989)).toBe(
      "example.com example.com quarantine quarantine none",
    );
  });

  test("whether the name exists is unknown after SERVFAIL, which matters only where np differs", async () => {
    const faults = [servfail("a.example.com")];
    const differing = { "_dmarc.example.com": "v=DMARC1; p=reject; np=none" };
    expect(await by9989("a.example.com", differing, faults)).toBe("example.com example.com ? reject none");
    const same = { "_dmarc.example.com": "v=DMARC1; p=reject" };
    expect(await by9989("a.example.com", same, faults)).toBe("example.com example.com reject reject reject");
  });

  test("sp of a record that is not the organizational domain's is ignored", async () => {
    const zone = {
      "mail.example.com": "",
      "_dmarc.mail.example.com": "v=DMARC1; p=reject; sp=reject",
      "_dmarc.example.com": "v=DMARC1; p=quarantine; sp=none",
    };
    expect(await by9989("mail.example.com", zone)).toBe("mail.example.com example.com reject none none");
  });

  test("a record between is passed over for the one with the fewest labels", async () => {
    const zone = {
      "a.mail.example.com": "",
      "_dmarc.mail.example.com": "v=DMARC1; p=reject",
      "_dmarc.example.com": "v=DMARC1; p=none",
    };
    expect(await by9989("a.mail.example.com", zone)).toBe("example.com example.com none none none");
  });

  test("psd=n keeps a department its own organization", async () => {
    const zone = {
      "a.mail.example.com": "",
      "_dmarc.mail.example.com": "v=DMARC1; p=reject; psd=n",
      "_dmarc.example.com": "v=DMARC1; p=none",
    };
    expect(await by9989("a.mail.example.com", zone)).toBe(
      "mail.example.com mail.example.com reject reject reject",
    );
  });

  test("a public suffix: its policy holds where the organization has none", async () => {
    const zone = { "example.gov": "", "_dmarc.gov": "v=DMARC1; p=reject; sp=quarantine; np=reject; psd=y" };
    expect(await by9989("example.gov", zone)).toBe("gov example.gov quarantine quarantine reject");
    expect(await by9989("a.b.example.gov", zone)).toBe("gov example.gov reject quarantine reject");
  });

  test("a public suffix: below the organizational domain a record elsewhere is not used", async () => {
    const zone = {
      "a.mail.example.gov": "",
      "_dmarc.mail.example.gov": "v=DMARC1; p=none",
      "_dmarc.gov": "v=DMARC1; p=reject; psd=y",
    };
    expect(await by9989("a.mail.example.gov", zone)).toBe("gov example.gov reject reject reject");
  });

  test("a public suffix asked about itself: its sub-domains are organizations of their own, under its policy", async () => {
    const zone = { gov: "", "_dmarc.gov": "v=DMARC1; p=reject; sp=none; psd=y" };
    expect(await by9989("gov", zone)).toBe("gov gov reject none none");
  });

  test("below a domain of eight labels its own record is out of reach", async () => {
    const domain = "a.b.c.d.e.f.example.com";
    const zone = {
      [`_dmarc.${domain}`]: "v=DMARC1; p=reject",
      "_dmarc.example.com": "v=DMARC1; p=quarantine; sp=none",
    };
    expect(await by9989(domain, zone)).toBe(`${domain} example.com reject none none`);
    const alone = { [`_dmarc.${domain}`]: "v=DMARC1; p=reject" };
    expect(await by9989(domain, alone)).toBe(`${domain} ${domain} reject -no-record -no-record`);
  });

  test("several records are all discarded and the walk goes on", async () => {
    const zone = {
      "a.example.com": "",
      "_dmarc.a.example.com": ["v=DMARC1; p=none", "v=DMARC1; p=reject"],
      "_dmarc.example.com": "v=DMARC1; p=quarantine",
    };
    expect(await by9989("a.example.com", zone)).toBe(
      "example.com example.com quarantine quarantine quarantine",
    );
  });

  test("other TXT records at the name are ignored", async () => {
    const zone = { "_dmarc.example.com": ["v=spf1 -all", "v=DMARC1; p=reject", "verification=1"] };
    expect(await by9989("example.com", zone)).toBe("example.com example.com reject reject reject");
  });

  test("no record anywhere", async () => {
    expect(await by9989("www.example.com", { "www.example.com": "" })).toBe(
      "- www.example.com -no-record -no-record -no-record",
    );
  });

  test("strings of one record are joined without a blank", async () => {
    const resolver = zoneResolver('_dmarc.example.com. TXT "v=DMARC1; p=rej" "ect"');
    expect(summary((await discoverDmarc(resolver, "example.com")).rfc9989)).toContain("reject");
  });
});

describe("broken policies (RFC 9989 4.10.1)", () => {
  const rua = "rua=mailto:d@example.com";
  test.each([
    [`v=DMARC1; ${rua}`, "none none none"],
    [`v=DMARC1; p=block; ${rua}`, "none none none"],
    [`v=DMARC1; p=reject; sp=block; ${rua}`, "none none none"],
    [`v=DMARC1; p=reject; np=block; ${rua}`, "none none none"],
    ["v=DMARC1", "-unusable -unusable -unusable"],
    ["v=DMARC1; p=block", "-unusable -unusable -unusable"],
    ["v=DMARC1; p=reject; sp=block", "-unusable -unusable -unusable"],
    ["v=DMARC1; p=block; rua=d@example.com", "-unusable -unusable -unusable"],
    ["v=DMARC1; p=block; rua=d@example.com, mailto:d@example.com", "none none none"],
  ])("%s", async (text, policies) => {
    const zone = { "example.com": "", "_dmarc.example.com": text };
    expect(await by9989("example.com", zone)).toBe(`example.com example.com ${policies}`);
  });

  test("the walk does not go on behind an unusable own record", async () => {
    const zone = {
      "a.example.com": "",
      "_dmarc.a.example.com": "v=DMARC1; p=block",
      "_dmarc.example.com": "v=DMARC1; p=reject",
    };
    expect(await by9989("a.example.com", zone)).toBe("a.example.com example.com -unusable reject reject");
  });
});

describe("t=y asks for one step less (RFC 9989 4.7)", () => {
  test.each([
    ["reject", "quarantine"],
    ["quarantine", "none"],
    ["none", "none"],
  ])("p=%s is applied as %s", async (asked, applied) => {
    const { rfc9989 } = await discover("example.com", { "_dmarc.example.com": `v=DMARC1; p=${asked}; t=y` });
    expect(rfc9989.exact).toMatchObject({ value: { policy: asked, applied, because: "tag", tag: "p" } });
  });
});

describe("a failed lookup is never an absence", () => {
  test("the first step: nothing is known, although a later step has a record", async () => {
    const zone = { "_dmarc.example.com": "v=DMARC1; p=reject" };
    const faults = [servfail("_dmarc.a.example.com")];
    expect(await by9989("a.example.com", zone, faults)).toBe("? ? ? ? ?");
    expect(await by7489("a.example.com", zone, faults)).toBe("? example.com ? reject reject");
  });

  test("a middle step: an own record still holds for the exact domain", async () => {
    const zone = { "_dmarc.a.example.com": "v=DMARC1; p=reject" };
    const faults = [servfail("_dmarc.example.com")];
    expect(await by9989("a.example.com", zone, faults)).toBe("a.example.com ? reject ? ?");
    expect(await by7489("a.example.com", zone, faults)).toBe("a.example.com example.com reject ? ?");
  });

  test("the last step hides a possible psd tag", async () => {
    const zone = { "a.example.com": "", "_dmarc.example.com": "v=DMARC1; p=reject" };
    expect(await by9989("a.example.com", zone, [servfail("_dmarc.com")])).toBe("? ? ? ? ?");
  });

  test.each(["timeout", "refused", "malformed", "cname-loop", "over-budget"] as const)(
    "%s",
    async failure => {
      const discovery = await discover("example.com", { "_dmarc.example.com": "v=DMARC1; p=reject" }, [
        { name: "_dmarc.example.com", failure },
      ]);
      expect(discovery.rfc9989.record).toEqual({
        ok: false,
        failure: {
          reason: failure === "over-budget" ? "over-budget" : "dns-failed",
          lookups: ["TXT _dmarc.example.com"],
        },
      });
    },
  );
});

describe("policy by RFC 7489", () => {
  test("own record, then that of the list's organizational domain", async () => {
    const zone = { "_dmarc.example.co.uk": "v=DMARC1; p=reject; sp=none; np=quarantine" };
    expect(await by7489("example.co.uk", zone)).toBe("example.co.uk example.co.uk reject none none");
    expect(await by7489("a.b.example.co.uk", zone)).toBe("example.co.uk example.co.uk none none none");
  });

  test("a record between is not looked for", async () => {
    const zone = { "_dmarc.b.example.com": "v=DMARC1; p=reject" };
    expect(await by7489("a.b.example.com", zone)).toBe("- example.com -no-record -no-record -no-record");
    expect(await by9989("a.b.example.com", zone)).toBe("b.example.com b.example.com reject reject reject");
  });

  test("several records end the search", async () => {
    const zone = {
      "_dmarc.a.example.com": ["v=DMARC1; p=none", "v=DMARC1; p=none"],
      "_dmarc.example.com": "v=DMARC1; p=reject",
    };
    expect(await by7489("a.example.com", zone)).toBe("- example.com -no-record reject reject");
  });

  test("np and t are unknown to it", async () => {
    const { rfc7489 } = await discover("example.com", {
      "_dmarc.example.com": "v=DMARC1; p=reject; np=nonsense; t=y",
    });
    expect(rfc7489.exact).toMatchObject({ value: { policy: "reject", applied: "reject" } });
  });

  test("private suffixes of the list are suffixes", async () => {
    const zone = { "me.github.io": "", "_dmarc.github.io": "v=DMARC1; p=reject" };
    expect(await by7489("me.github.io", zone)).toBe("- me.github.io -no-record -no-record -no-record");
    expect(await by9989("me.github.io", zone)).toBe("github.io github.io reject reject reject");
  });
});

describe("the walk as evidence", () => {
  test("steps to the stop, with what was seen", async () => {
    const { walk } = await discover("a.example.com", {
      "_dmarc.a.example.com": ["v=dmarc1; p=reject", "hello"],
      "_dmarc.example.com": "v=DMARC1; p=none; psd=n",
    });
    expect(walk).toMatchObject([
      {
        name: "_dmarc.a.example.com",
        status: "records",
        records: [],
        nearMisses: [{ reason: "version-case", text: "v=dmarc1; p=reject" }],
        others: 1,
      },
      { name: "_dmarc.example.com", status: "records", records: ["v=DMARC1; p=none; psd=n"] },
    ]);
  });

  test("at most eight names of the walk are asked, whatever the length, and the name itself", async () => {
    const asked: string[] = [];
    const inner = zoneResolver("");
    const domain = "a.b.c.d.e.f.g.h.i.j.mail.example.com";
    const resolver: Resolver = {
      lookup(name, type, options) {
        asked.push(name);
        return inner.lookup(name, type, options);
      },
    };
    await discoverPolicy(resolver, domain);
    expect(asked).toEqual([
      `_dmarc.${domain}`,
      "_dmarc.g.h.i.j.mail.example.com",
      "_dmarc.h.i.j.mail.example.com",
      "_dmarc.i.j.mail.example.com",
      "_dmarc.j.mail.example.com",
      "_dmarc.mail.example.com",
      "_dmarc.example.com",
      "_dmarc.com",
      domain,
    ]);
  });

  test("a name too long to exist is not asked and holds nothing", async () => {
    const label = "a".repeat(60);
    const domain = `${label}.${label}.${label}.${label}.example`;
    const discovery = await discover(domain, { [domain]: "" });
    expect(domain).toHaveLength(251);
    expect(discovery.walk[0]).toMatchObject({ status: "not-asked", lookup: null, records: [] });
    expect(summary(discovery.rfc9989)).toBe(`- ${domain} -no-record -no-record -no-record`);
  });
});

describe("records in the wrong place", () => {
  test.each([
    ["example.com", "apex"],
    ["dmarc.example.com", "without-underscore"],
    ["_dmarc._dmarc.example.com", "doubled-label"],
    ["_dmarc.example.com.example.com", "doubled-domain"],
  ])("%s is found as %s", async (name, place) => {
    const { misplaced } = await discover("example.com", { [name]: ["v=spf1 -all", "v=DMARC1; p=reject"] });
    expect(misplaced).toEqual([{ name, place, text: "v=DMARC1; p=reject" }]);
  });
});
