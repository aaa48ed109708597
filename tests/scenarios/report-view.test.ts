import { describe, expect, test } from "vitest";
import type { ScanReport } from "#lib/scan/report.ts";
import { verdictOf } from "#lib/scan/verdict.ts";
import { viewScan } from "#lib/web/scan-view/view-scan.ts";
import { runScenario } from "../support/run-scenario.ts";
import type { Scenario } from "../support/scenario.ts";

/** What the page makes of whole scans: the verdict, the order of things, and the pictures. */

const MAIL = `
example.com. SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 900
example.com. NS ns1.example.com.
ns1.example.com. A 203.0.113.53
example.com. MX 10 mx.example.com.
mx.example.com. A 203.0.113.10
10.113.0.203.in-addr.arpa. PTR mx.example.com.
example.com. TXT "v=spf1 mx -all"
`;
const REJECT = `_dmarc.example.com. TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"\n`;

type World = Omit<Scenario, "must">;

const scan = (world: World): Promise<ScanReport> => runScenario({ ...world, must: [] });
const verdict = async (world: World): Promise<string> => verdictOf(await scan(world)).code;

describe("the verdict says the gravest thing that is certain", () => {
  test.each<[string, string, World]>([
    ["no domain at all", "no-such-domain", { zone: "example.org. A 203.0.113.1\n" }],
    ["no mail server", "cannot-receive", { zone: `example.com. TXT "v=spf1 -all"\n${REJECT}` }],
    [
      "mail servers without address",
      "may-not-receive",
      { zone: `example.com. MX 10 gone.example.com.\nexample.com. TXT "v=spf1 mx -all"\n${REJECT}` },
    ],
    [
      "an SPF record that nobody can read",
      "cannot-be-verified",
      { zone: MAIL.replace("v=spf1 mx -all", "v=spf1 mx ipv4:192.0.2.1 -all") + REJECT },
    ],
    ["no DMARC record", "anyone-may-send", { zone: MAIL }],
    ["DMARC that only watches", "forgery-not-stopped", { zone: MAIL + REJECT.replace("reject", "none") }],
  ])("%s: %s", async (_name, code, world) => {
    expect(await verdict(world)).toBe(code);
  });

  test("a DMARC lookup that failed is no missing record: there is no verdict", async () => {
    const faults = [{ name: "_dmarc.example.com", type: "TXT", failure: "timeout" }] as const;
    expect(await verdict({ zone: MAIL, faults })).toBe("partly-measured");
  });

  test("mail servers that could not be looked up are not said to be reached", async () => {
    const faults = [{ name: "mx.example.com", failure: "servfail" }] as const;
    const report = await scan({ zone: MAIL, faults });
    expect(verdictOf(report)).toMatchObject({ code: "anyone-may-send", receives: false });
  });

  test("a domain without mail that says so is in order", async () => {
    const zone = `example.com. MX 0 .\nexample.com. TXT "v=spf1 -all"\n_dmarc.example.com. TXT "v=DMARC1; p=reject"\n`;
    expect(["no-mail-and-says-so", "improvable"]).toContain(await verdict({ zone }));
  });
});

describe("the view", () => {
  test("puts the gravest finding of a check first and counts every finding once", async () => {
    const report = await scan({
      zone: `${MAIL}example.com. MX 20 gone.example.com.\n${REJECT}`,
    });
    const view = viewScan(report);
    const target = view.sections.flatMap(section => section.checks).find(check => check.id === "mx-target");
    expect(target?.findings.map(({ subject, status }) => [subject, status])).toEqual([
      ["gone.example.com", "warn"],
      ["mx.example.com", "pass"],
    ]);
    expect(target?.figure).toBe("1 / 2");
    const shown = view.sections.flatMap(section => section.checks.flatMap(check => check.findings));
    expect(shown).toHaveLength(report.findings.length);
  });

  test("every step of the plan is told in its check by its number, not again", async () => {
    const view = viewScan(await scan({ zone: MAIL }));
    expect(view.fixes.length).toBeGreaterThan(0);
    const steps = view.sections.flatMap(section =>
      section.checks.flatMap(check => check.findings.flatMap(finding => finding.step ?? [])),
    );
    expect(new Set(steps)).toEqual(new Set(view.fixes.map((_, at) => at + 1)));
  });
});

describe("the pictures", () => {
  test("the SPF tree counts in the order receivers follow, before what is below a term", async () => {
    const zone = `${MAIL.replace("v=spf1 mx -all", "v=spf1 include:a.example.com mx -all")}
a.example.com. TXT "v=spf1 include:b.example.com ip4:192.0.2.1 ?all"
b.example.com. TXT "v=spf1 a -all"
b.example.com. A 203.0.113.11
`;
    const { spf } = viewScan(await scan({ zone })).pictures;
    const [include, mx, all] = spf?.root.children ?? [];
    expect(include).toMatchObject({ term: "include:a.example.com", count: 1 });
    expect(include?.children).toMatchObject([{ term: "include:b.example.com", count: 2 }]);
    expect(include?.children[0]?.children).toMatchObject([{ term: "a", count: 3 }]);
    expect(mx).toMatchObject({ term: "mx", count: 4 });
    expect(all).toMatchObject({ term: "-all", count: null });
    expect(spf).toMatchObject({ lookups: 4, limit: 10 });
  });

  test("an include that could not be looked up is not drawn as one without a record", async () => {
    const zone = MAIL.replace("v=spf1 mx -all", "v=spf1 include:a.example.com -all");
    const faults = [{ name: "a.example.com", type: "TXT", failure: "timeout" }] as const;
    const { spf } = viewScan(await scan({ zone, faults })).pictures;
    expect(spf?.root.children[0]?.note?.status).toBe("inconclusive");
  });

  test("the DMARC walk marks the step that decides", async () => {
    const { dmarc } = viewScan(await scan({ domain: "mail.example.com", zone: MAIL + REJECT })).pictures;
    const decides = dmarc?.steps.filter(step => step.decides).map(step => step.name);
    expect(decides).toEqual(["_dmarc.example.com"]);
    expect(dmarc?.steps[0]).toMatchObject({ name: "_dmarc.mail.example.com", result: "absent" });
  });

  test("a failed step of the walk is drawn as failed", async () => {
    const faults = [{ name: "_dmarc.example.com", type: "TXT", failure: "servfail" }] as const;
    const { dmarc } = viewScan(await scan({ zone: MAIL, faults })).pictures;
    expect(dmarc?.steps[0]).toMatchObject({ result: "failed", decides: false });
  });

  test("the map of mail servers shows what could not be looked up as such", async () => {
    const faults = [{ name: "10.113.0.203.in-addr.arpa", failure: "timeout" }] as const;
    const { mx } = viewScan(await scan({ zone: MAIL, faults })).pictures;
    expect(mx?.hosts[0]?.addresses[0]).toMatchObject({ address: "203.0.113.10", status: "inconclusive" });
  });

  test("lists that did not answer are not among those on which nothing is", async () => {
    const { blocklists } = viewScan(await scan({ zone: MAIL })).pictures;
    const clear = blocklists?.groups.flatMap(group => group.clear) ?? [];
    expect(clear).toEqual([]);
    expect(blocklists?.checked).toBe(0);
    expect(blocklists?.asked).toBeGreaterThan(0);
  });
});
