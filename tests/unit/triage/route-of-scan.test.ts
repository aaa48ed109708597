import { expect, test } from "vitest";
import { parseDomainInput } from "#lib/values/domain-name.ts";
import { routeOfScan } from "#lib/triage/route-of-scan.ts";
import { zoneScanner } from "../../support/test-house.ts";

/** A whole scan over a small zone, and what it knows of the way to the domain. */
async function routeTo(zone: string, faults: Parameters<typeof zoneScanner>[2] = []) {
  const parsed = parseDomainInput("example.org");
  if (!parsed.ok) throw new Error("no domain");
  const { domain } = parsed.value;
  const hints = { selectors: [], sendingAddresses: [] };
  const scan = zoneScanner(`$TTL 300\n$ORIGIN example.org.\n${zone}`, 0, faults);
  const { report } = await scan({ domain, hints, onProgress: () => {} });
  return { route: routeOfScan(report), report };
}

const MX = "@ IN MX 10 mx\nmx IN A 192.0.2.1";

test("the hosts of the MX record, with their addresses", async () => {
  const { route } = await routeTo(MX);
  expect(route).toMatchObject({
    ok: true,
    value: {
      kind: "hosts",
      implicit: false,
      hosts: [{ host: "mx.example.org", addresses: { ok: true, value: ["192.0.2.1"] } }],
    },
  });
});

test("without an MX record the domain itself", async () => {
  const { route } = await routeTo("@ IN A 192.0.2.2");
  expect(route).toMatchObject({ ok: true, value: { kind: "hosts", implicit: true } });
});

test.each([
  ["null-mx", "@ IN MX 0 ."],
  ["no-server", '@ IN TXT "nothing else"'],
  ["no-such-domain", "$ORIGIN example.net.\n@ IN A 192.0.2.3"],
])("%s", async (kind, zone) => {
  expect((await routeTo(zone)).route).toEqual({ ok: true, value: { kind } });
});

test("an MX record that could not be asked for is not known, whatever else is", async () => {
  const faults = [{ name: "example.org", type: "MX", failure: "servfail" }] as const;
  const { route } = await routeTo("@ IN A 192.0.2.2", faults);
  expect(route).toMatchObject({ ok: false, because: "dns-failed" });
});

test("addresses that could not be asked for are not known, the hosts are", async () => {
  const faults = [{ name: "mx.example.org", failure: "timeout" }] as const;
  const { route } = await routeTo(MX, faults);
  expect(route).toMatchObject({ ok: true, value: { hosts: [{ addresses: { ok: false } }] } });
});

test("a resolver that lies says nothing", async () => {
  const { report } = await routeTo(MX);
  expect(routeOfScan({ ...report, dns: { ...report.dns, healthy: false } })).toMatchObject({
    ok: false,
    because: "resolver-untrusted",
  });
});
