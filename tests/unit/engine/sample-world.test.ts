import { expect, test } from "vitest";
import { createScanner } from "#lib/engine/create-scanner.ts";
import { loadSampleWorld } from "#lib/engine/sample-world.ts";
import { systemClock } from "#lib/values/clock.ts";
import { parseDomainInput } from "#lib/values/domain-name.ts";

const scanner = createScanner({
  servers: () => {
    throw new Error("a sample scan asked for the name servers of this machine");
  },
  sample: loadSampleWorld(),
  heloName: "localhost",
  blocklists: { added: [], keys: new Map() },
  clock: systemClock,
});

async function outcomes(text: string): Promise<readonly string[]> {
  const input = parseDomainInput(text);
  if (!input.ok) throw new Error(`${text} is no domain`);
  const hints = { selectors: [], sendingAddresses: [] };
  const { report } = await scanner({ domain: input.value.domain, hints, onProgress: () => {} });
  return report.findings.map(({ check, outcome, status }) => `${check}/${outcome} ${status}`);
}

test("the healthy domain has its policy file and its logo", async () => {
  const found = await outcomes("healthy.example");
  expect(found).toContain("mta-sts/enforce pass");
  expect(found).toContain("bimi/ready pass");
  expect(found.filter(text => / (?:warn|fail|inconclusive)$/.test(text))).toEqual([]);
});

test("one domain has forgotten its policy when it moved", async () => {
  expect(await outcomes("old-policy.example")).toContain("mta-sts/mx-mismatch fail");
});

test("the sample web servers have their files and nothing else, over https alone", async () => {
  const { egress } = loadSampleWorld();
  const get = (url: string) => egress.get(new URL(url), { maxBytes: 1_000, totalMs: 1_000 });
  expect(await get("https://mta-sts.healthy.example/.well-known/mta-sts.txt")).toMatchObject({
    ok: true,
    status: 200,
    contentType: "text/plain",
  });
  expect(await get("https://healthy.example/other")).toMatchObject({ ok: true, status: 404 });
  expect(await get("https://unknown.example/")).toMatchObject({ ok: false, failure: "connect-failed" });
  expect(await get("http://healthy.example/bimi/logo.svg")).toMatchObject({ failure: "forbidden-url" });
});
