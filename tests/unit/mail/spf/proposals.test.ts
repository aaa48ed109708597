import { describe, expect, test } from "vitest";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { inspectStrings } from "#lib/mail/spf/analysis/joined-strings.ts";
import { isNearMiss } from "#lib/mail/spf/analysis/near-miss.ts";
import { analyze } from "#lib/mail/spf/analyze.ts";
import { endWith } from "#lib/mail/spf/propose/end-with.ts";
import { fitLookups } from "#lib/mail/spf/propose/fit-lookups.ts";
import { dropVoid, heal } from "#lib/mail/spf/propose/heal.ts";
import { mergeRecords } from "#lib/mail/spf/propose/merge-records.ts";
import { repairText } from "#lib/mail/spf/propose/repair-text.ts";
import { includeOfProvider, isMisnamed, recogniseService } from "#lib/mail/spf/services.ts";
import { txt } from "../../../support/spf-check.ts";

const spfOf = async (zone: string) => {
  const analysis = await analyze("example.com", zoneResolver(zone));
  if (!analysis.ok) throw new Error(analysis.failure.reason);
  return analysis.value;
};
const changesOf = (proposal: ReturnType<typeof heal>) =>
  Object.fromEntries((proposal?.changes ?? []).map(({ name, to }) => [name, to]));

describe("a record that cannot be read, as it was meant", () => {
  test.each([
    ["v=spf1 ipv4:192.0.2.1 -all", "v=spf1 ip4:192.0.2.1 -all"],
    ["v=spf1 ip:192.0.2.0/24 -all", "v=spf1 ip4:192.0.2.0/24 -all"],
    ["v=spf1 ipv6:2001:db8::1 -all", "v=spf1 ip6:2001:db8::1 -all"],
    ["v=spf1 ip4:2001:db8::/32 -all", "v=spf1 ip6:2001:db8::/32 -all"],
    ["v=spf1 a:192.0.2.1 ~mx:192.0.2.2 -all", "v=spf1 ip4:192.0.2.1 ~ip4:192.0.2.2 -all"],
    ["v=spf1 ip4:mail.example.com -all", "v=spf1 a:mail.example.com -all"],
    ["v=spf1 redirect:_spf.example.com", "v=spf1 redirect=_spf.example.com"],
    ["v=spf1 -redirect=_spf.example.com", "v=spf1 redirect=_spf.example.com"],
    ["v=spf1 include: spf.example.net -all", "v=spf1 include:spf.example.net -all"],
    ["v=spf1 mx, a, -all.", "v=spf1 mx a -all"],
    ["v=spf1 mx; -all;", "v=spf1 mx -all"],
    ["v=spf1 mx \u00e2\u0080\u0093all", "v=spf1 mx -all"],
    ["v=spf1\u00c2\u00a0mx\u00c2\u00a0-all", "v=spf1 mx -all"],
    ["v=spf1\tmx\t-all", "v=spf1 mx -all"],
    ['"v=spf1 mx -all"', "v=spf1 mx -all"],
    ["v=spf1;mx -all", "v=spf1 mx -all"],
    ["v = spf1 mx -all", "v=spf1 mx -all"],
    ["v=spf1mx -all", "v=spf1 mx -all"],
    ["v=spf1 ip4:192.0.2.0/33 -all", "v=spf1 ip4:192.0.2.0 -all"],
    ["v=spf1 redirect=a.com redirect=b.com", "v=spf1 redirect=a.com"],
    ["v=spf1 nonsense mx -all", "v=spf1 mx -all"],
    ["v=spf1 ip4:1.2.3 -all", "v=spf1 -all"],
    ["V=SPF1 MX -ALL", "v=spf1 MX -ALL"],
  ])("%j", (text, expected) => {
    expect(repairText(text).text).toBe(expected);
  });
});

describe("several records in one (3.2)", () => {
  test.each([
    [["v=spf1 mx -all", "v=spf1 include:a.com -all"], "v=spf1 mx include:a.com -all"],
    [["v=spf1 mx -all", "v=spf1 mx ~all"], "v=spf1 mx ~all"],
    [["v=spf1 +mx ?all", "v=spf1 MX a"], "v=spf1 mx a ~all"],
    [["v=spf1 +all", "v=spf1 mx -all"], "v=spf1 mx ~all"],
    [["v=spf1 redirect=r.com", "v=spf1 mx -all"], "v=spf1 include:r.com mx -all"],
    [["v=spf1 mx -all exp=a.com", "v=spf1 a -all exp=b.com"], "v=spf1 mx a -all exp=a.com"],
    [["v=spf1 -all", "v=spf1 -all"], "v=spf1 -all"],
    [["v=spf1 moo mx -all", "v=spf1 ipv4:192.0.2.1 -all"], "v=spf1 mx ip4:192.0.2.1 -all"],
  ])("%j", (texts, expected) => {
    expect(mergeRecords(texts)).toBe(expected);
  });
});

describe("strings that run into each other (3.3)", () => {
  const full = `v=spf1 ${"ip4:192.0.2.1 ".repeat(16)}`;
  test.each<[readonly string[], number, string]>([
    [["v=spf1 mx -all"], 0, "v=spf1 mx -all"],
    [["v=spf1 mx ", "-all"], 0, "v=spf1 mx -all"],
    [["v=spf1 mx", " -all"], 0, "v=spf1 mx -all"],
    [["v=spf1 ip4:192.0.", "2.1 -all"], 0, "v=spf1 ip4:192.0.2.1 -all"],
    [["v=spf1 mx", "-all"], 1, "v=spf1 mx -all"],
    [["v=spf1 mx", "include:a.com", "-all"], 2, "v=spf1 mx include:a.com -all"],
    [["v=spf1", "mx -all"], 1, "v=spf1 mx -all"],
    [["v=spf1 mx", "", "-all"], 1, "v=spf1 mx -all"],
    [[`${full}${"x".repeat(255 - full.length - 8)}.example`, "a -all"], 0, ""],
    [[`${full}include:${"x".repeat(255 - full.length - 10)}.c`, "a -all"], 0, ""],
    [[`${full}include:${"x".repeat(255 - full.length - 10)}.c`, "include:b.com -all"], 1, ""],
  ])("%#", (strings, collisions, spaced) => {
    const found = inspectStrings(strings);
    expect(found.collisions).toHaveLength(collisions);
    if (spaced !== "") expect(found.spaced).toBe(spaced);
  });
});

describe("texts meant as SPF", () => {
  test.each([
    " v=spf1 -all",
    '"v=spf1 -all"',
    "v=spf1;-all",
    "v=spf10 -all",
    "v=spf2 mx -all",
    "v=spf1include:a.com -all",
    "spf2.0/pra -all",
    "V = SPF1 mx",
    "v=spf1\t-all",
    "spf1 mx -all",
  ])("%j", text => {
    expect(isNearMiss(text)).toBe(true);
  });
  test.each([
    "v=spf1 -all",
    "v=spf1",
    "v=DMARC1; p=none",
    "spfm",
    "google-site-verification=spf1",
    "sparkpost",
    "spf",
    "",
    "v=DKIM1; p=",
  ])("not %j", text => {
    expect(isNearMiss(text)).toBe(false);
  });
});

describe("services by name (whole labels, longest pattern)", () => {
  test.each([
    ["_spf.google.com", "google-workspace"],
    ["spf.protection.outlook.com", "microsoft365"],
    ["u123.wl.sendgrid.net", "sendgrid"],
    ["sendgrid.net", "sendgrid"],
    ["spf.ess.de.barracudanetworks.com", "barracuda"],
    ["xsendgrid.net", null],
    ["sendgrid.net.attacker.example", null],
    ["x._spf.google.com", null],
    ["spf.ess.a.b.barracudanetworks.com", null],
    ["com", null],
    ["", null],
  ])("%s is %s", (name, expected) => {
    expect(recogniseService(name)?.id ?? null).toBe(expected);
  });
  test("what a mail provider documents", () => {
    expect(includeOfProvider("google-workspace")).toBe("_spf.google.com");
    expect(includeOfProvider("microsoft365")).toBe("spf.protection.outlook.com");
    expect(includeOfProvider("no-such-provider")).toBeNull();
  });
  test("names of tutorials", () => {
    expect(isMisnamed("_spf.mimecast.com")).toBe(true);
    expect(isMisnamed("_spf.google.com")).toBe(false);
  });
});

describe("healed records", () => {
  test("tidied without changing what they allow", async () => {
    const spf = await spfOf(
      `${txt("example.com", "v=spf1 mx +MX ptr include:gone.example.net include:ok.example.net -all a redirect=x.com")}${txt("ok.example.net", "v=spf1 -all")}example.com. 300 IN MX 10 mx.example.com.\n`,
    );
    const proposal = heal(spf);
    expect(changesOf(proposal)).toEqual({ "example.com": "v=spf1 mx include:ok.example.net -all" });
    expect(proposal?.dropped.map(({ term, because }) => [term, because])).toEqual([
      ["+MX", "repeated"],
      ["ptr", "ptr"],
      ["include:gone.example.net", "broken-target"],
      ["a", "not-reached"],
      ["redirect=x.com", "not-reached"],
    ]);
  });
  test("a sound one is left alone", async () => {
    const spf = await spfOf(txt("example.com", "v=spf1  IP4:192.0.2.1   -all"));
    expect(changesOf(heal(spf))).toEqual({ "example.com": "v=spf1 IP4:192.0.2.1 -all" });
    expect(changesOf(heal(await spfOf(txt("example.com", "v=spf1 IP4:192.0.2.1 -all"))))).toEqual({});
  });
  test("one that loses every sender says so and refuses nobody", async () => {
    const proposal = heal(await spfOf(txt("example.com", "v=spf1 include:gone.example.net -all")));
    expect(changesOf(proposal)).toEqual({ "example.com": "v=spf1 ~all" });
    expect(proposal?.emptied).toBe(true);
  });
  test("nothing to start from", async () => {
    expect(heal(await spfOf("example.com. 300 IN A 192.0.2.1\n"))).toBeNull();
  });
  test("what is broken in one's own sub-record is mended there", async () => {
    const spf = await spfOf(
      txt("example.com", "v=spf1 include:_spf.example.com -all") +
        txt("_spf.example.com", "v=spf1 ipv4:192.0.2.1 -all"),
    );
    expect(changesOf(heal(spf))).toEqual({ "_spf.example.com": "v=spf1 ip4:192.0.2.1 -all" });
  });
  test("void terms go where there are too many of them", async () => {
    const spf = await spfOf(
      txt("example.com", "v=spf1 a:g1.example.com a:g2.example.com mx:g3.example.com ip4:192.0.2.1 -all"),
    );
    expect(changesOf(heal(spf, dropVoid))).toEqual({ "example.com": "v=spf1 ip4:192.0.2.1 -all" });
    const two = await spfOf(
      txt("example.com", "v=spf1 a:g1.example.com a:g2.example.com ip4:192.0.2.1 -all"),
    );
    expect(changesOf(heal(two, dropVoid))).toEqual({});
  });
});

/** A record that costs `count` look-ups. */
const bulk = (name: string, count: number) =>
  txt(name, `v=spf1${Array.from({ length: count }, () => " a:h.example.net").join("")} -all`);

describe("fitting into ten look-ups", () => {
  const HOST = "h.example.net. 300 IN A 192.0.2.1\n";
  const fitted = async (record: string, more: string) =>
    changesOf(heal(await spfOf(txt("example.com", record) + HOST + more), fitLookups))["example.com"];

  test("a service that does not need its include goes before the others", async () => {
    expect(
      await fitted(
        "v=spf1 include:_spf.google.com include:sendgrid.net include:x.example.org -all",
        bulk("_spf.google.com", 3) + bulk("sendgrid.net", 2) + bulk("x.example.org", 3),
      ),
    ).toBe("v=spf1 include:_spf.google.com include:x.example.org -all");
  });
  test("unknown services before mailboxes, whatever they cost", async () => {
    expect(
      await fitted(
        "v=spf1 include:_spf.google.com include:x.example.org -all",
        bulk("_spf.google.com", 7) + bulk("x.example.org", 2),
      ),
    ).toBe("v=spf1 include:_spf.google.com -all");
  });
  test("the costliest first", async () => {
    expect(
      await fitted(
        "v=spf1 include:x.example.org include:y.example.org -all",
        bulk("x.example.org", 7) + bulk("y.example.org", 3),
      ),
    ).toBe("v=spf1 include:y.example.org -all");
  });
  test("a redirect is never taken out", async () => {
    expect(
      heal(
        await spfOf(txt("example.com", "v=spf1 redirect=x.example.org") + HOST + bulk("x.example.org", 12)),
        fitLookups,
      ),
    ).toBeNull();
  });
});

describe("another end", () => {
  test.each([
    ["v=spf1 mx ?all", { "example.com": "v=spf1 mx ~all" }],
    ["v=spf1 mx exp=e.com", { "example.com": "v=spf1 mx ~all exp=e.com" }],
    ["v=spf1 +all mx", { "example.com": "v=spf1 ~all" }],
    ["v=spf1 redirect=_spf.example.com", { "_spf.example.com": "v=spf1 a:h.example.com ~all" }],
    ["v=spf1 mx redirect=spf.example.net", { "example.com": "v=spf1 mx include:spf.example.net ~all" }],
  ])("%s", async (record, expected) => {
    const zone = `${txt("example.com", record)}${txt("_spf.example.com", "v=spf1 a:h.example.com ?all")}${txt("spf.example.net", "v=spf1 ip4:192.0.2.1")}example.com. 300 IN MX 10 h.example.com.\nh.example.com. 300 IN A 192.0.2.1\n`;
    expect(changesOf(heal(await spfOf(zone), (root, edits) => endWith(root, edits, "~")))).toEqual(expected);
  });
});
