import { expect, test } from "vitest";
import { checkCanaries } from "#lib/dns/canary.ts";
import { type Fault, zoneResolver, type ZoneResolverOptions } from "#lib/dns/resolvers/zone.ts";

const check = (zone: string, options: ZoneResolverOptions = {}) =>
  checkCanaries(zoneResolver(zone, options), "d41d8cd9");

test("a good resolver is healthy; it validates when the root comes with AD", async () => {
  const lookups = ["NS .", "A d41d8cd9.invalid"];
  expect(await check("")).toEqual({ healthy: true, problem: null, validating: false, lookups });
  expect(await check("", { ad: [] })).toEqual({ healthy: true, problem: null, validating: true, lookups });
});

test.each<[string, Fault[], string, string]>([
  ["", [{ name: "*", failure: "timeout" }], "dead", "nothing answers"],
  ["", [{ name: "*", failure: "refused" }], "dead", "everything is refused"],
  ["*.invalid. A 203.0.113.80", [], "nxdomain-rewriting", "an address for every name"],
  ["*. A 203.0.113.80", [{ name: ".", failure: "refused" }], "nxdomain-rewriting", "the same, and no root"],
  ["*.invalid. TXT x", [], "nxdomain-rewriting", "names exist that cannot"],
  ["", [{ name: ".", failure: "servfail" }], "unsteady", "no root"],
  ["", [{ name: "*.invalid", failure: "timeout" }], "unsteady", "no answer for unknown names"],
  ["", [{ name: ".", failure: "lame" }], "no-root", "the root is empty"],
])("%j with %j is %s: %s", async (zone, faults, problem) => {
  expect(await check(zone, { faults })).toMatchObject({ healthy: false, problem });
});

test("a failure leaves open whether the resolver validates", async () => {
  const faults: Fault[] = [{ name: "*", failure: "timeout" }];
  expect(await check("", { faults, ad: true })).toMatchObject({ validating: null });
});
