import type { ScanReport } from "#lib/scan/report.ts";
import { describe, expect, test } from "vitest";
import { runScenario } from "../support/run-scenario.ts";

/** Zones made to hurt: the work stays bounded, the report stays readable, nothing crashes (a crash throws here). */
const txt = (name: string, ...texts: readonly string[]) =>
  texts.map(text => `${name} 300 IN TXT ${pieces(text)}\n`).join("");

/** A text as character-strings of at most 255 octets. */
const pieces = (text: string): string =>
  (text.match(/.{1,250}/gsu) ?? [""]).map(piece => `"${piece.replaceAll(/["\\]/gu, "\\$&")}"`).join(" ");

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join("");

const ZONES: Readonly<Record<string, string>> = {
  "an SPF record of 60 KB": txt(
    "example.com.",
    `v=spf1 ${times(4000, index => `ip4:203.0.${index % 256}.1 `)}-all`,
  ),
  "100 TXT records, 50 of them SPF": times(50, index =>
    txt("example.com.", `v=spf1 ip4:203.0.113.${index} -all`, `x${index}`),
  ),
  "binary junk": `example.com. 300 IN TXT "v=spf1 \\000\\001\\255\\007 -all"\n_dmarc.example.com. 300 IN TXT "v=DMARC1; p=\\000reject; \\255=\\128"\n`,
  "include bomb: ten includes, ten deep": times(10, depth =>
    times(10, index =>
      txt(
        depth === 0 && index === 0 ? "example.com." : `n${depth}-${index}.example.com.`,
        `v=spf1 ${times(10, next => `include:n${depth + 1}-${next}.example.com `)}-all`,
      ),
    ),
  ),
  "include loop":
    txt("example.com.", "v=spf1 include:a.example.com -all") +
    txt("a.example.com.", "v=spf1 include:example.com -all"),
  "macro bomb": txt(
    "example.com.",
    `v=spf1 ${times(40, () => "exists:%{s}%{s}%{s}%{s}.%{l1r-}.%{d}.example.com ")}-all`,
  ),
  "mx bomb": `${times(60, index => `example.com. 300 IN MX ${index} mx${index}.example.com.\n`)}${times(60, index => times(10, host => `mx${index}.example.com. 300 IN A 203.0.113.${host}\n`))}`,
  "void storm": txt("example.com.", `v=spf1 ${times(10, index => `a:void${index}.example.com `)}-all`),
  "twenty name servers": `${times(20, index => `example.com. 300 IN NS ns${index}.example.com.\nns${index}.example.com. 300 IN A 203.0.113.${index + 1}\n`)}`,
  "wildcard for everything": `*.example.com. 300 IN TXT "v=spf1 -all"\n*.example.com. 300 IN A 203.0.113.1\nexample.com. 300 IN TXT "v=spf1 -all"\n`,
  "tags that are names of JavaScript":
    txt(
      "_dmarc.example.com.",
      "v=DMARC1; p=reject; __proto__=x; constructor=y; hasOwnProperty=z; rua=mailto:a@example.com",
    ) + txt("default._domainkey.example.com.", "v=DKIM1; __proto__=1; p=AAAA; toString=2"),
  "aliases in a circle":
    "example.com. 300 IN MX 10 a.example.com.\na.example.com. 300 IN CNAME b.example.com.\nb.example.com. 300 IN CNAME a.example.com.\n",
  "script in every text":
    txt("example.com.", "v=spf1 include:<script>alert(1)</script> -all") +
    txt("_dmarc.example.com.", 'v=DMARC1; p=<img src=x onerror=alert(1)>; rua="><script>'),
};

describe.each(Object.entries(ZONES))("%s", (_name, zone) => {
  test("is scanned within its bounds", async () => {
    const started = performance.now();
    const report = await runScenario({ zone, must: [] });
    // Generous on purpose: it tells bounded work from unbounded, not fast from slow.
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(report.dns.queries).toBeLessThanOrEqual(400);
    expect(JSON.stringify(report).length).toBeLessThan(3_000_000);
    expect(crashed(report)).toEqual([]);
  });
});

test("a name of 200 labels is a name like another", async () => {
  const domain = `${"a.".repeat(110)}example.com`;
  const report = await runScenario({ domain, zone: "example.com. 300 IN A 203.0.113.1\n", must: [] });
  expect(report.findings.find(one => one.check === "domain-exists")?.outcome).toBe("nxdomain");
});

const crashed = (report: ScanReport): string[] =>
  report.findings.filter(one => one.args["reason"] === "crashed").map(one => one.check);
