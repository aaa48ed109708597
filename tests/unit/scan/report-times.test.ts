import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LookupEntry, ScanReport } from "#lib/scan/report.ts";
import { joinTimes, splitTimes } from "#lib/scan/report-times.ts";

const lookup = (id: string, times: Partial<LookupEntry> = {}): LookupEntry => ({
  id,
  name: id,
  type: "A",
  status: "records",
  rcode: 0,
  answers: [`${id} 192.0.2.1`],
  ttl: 300,
  ad: false,
  extendedErrors: [],
  server: "192.0.2.53",
  attempts: 1,
  startedMs: 0,
  ms: 1.5,
  ...times,
});

const report = (lookups: readonly LookupEntry[], startedAt = "2026-11-25T12:00:00.000Z"): ScanReport => ({
  schema: "mailtriage.scan/1",
  engine: "1.0.0",
  domain: "example.com",
  unicode: null,
  sample: false,
  startedAt,
  durationMs: 812,
  dns: { servers: ["192.0.2.53"], healthy: true, problem: null, validating: true, queries: lookups.length },
  context: { domain: "example.com", mailProvider: null, dnsProvider: null },
  grade: null,
  gradeReason: null,
  score: null,
  coverage: { done: 0, of: 0 },
  sections: [],
  findings: [],
  // Nothing here looks into the evidence.
  evidence: {} as ScanReport["evidence"],
  probeLookups: {},
  lookups: [...lookups],
});

describe("a report taken apart", () => {
  test("is the same report when it is put together again", () => {
    const times = fc.record({
      ttl: fc.option(fc.nat()),
      server: fc.option(fc.constantFrom("192.0.2.53", "192.0.2.54")),
      attempts: fc.nat(5),
      startedMs: fc.nat(30_000),
      ms: fc.float({ min: 0, max: 5_000, noNaN: true }),
    });
    const lookups = fc.array(
      fc.tuple(fc.string({ maxLength: 4 }), times).map(([id, t]) => lookup(id, t)),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(lookups, entries => {
        const whole = report(entries);
        const { found, times: when } = splitTimes(whole);
        expect(joinTimes(found, when)).toEqual(whole);
      }),
    );
  });

  test("says the same was found, whenever, in whatever order and however slowly it was asked", () => {
    const one = report([lookup("a"), lookup("b", { ttl: 10, ms: 900, attempts: 3, server: "192.0.2.54" })]);
    const other = report(
      [lookup("b", { startedMs: 4 }), lookup("a", { ttl: 299 })],
      "2026-11-26T12:00:00.000Z",
    );
    expect(splitTimes(one).found).toEqual(splitTimes({ ...other, durationMs: 3 }).found);
  });

  test.each([
    ["an answer", { answers: ["a 192.0.2.2"] }],
    ["a status", { status: "timeout" }],
    ["an rcode", { rcode: 2 }],
    ["the AD flag", { ad: true }],
  ])("says otherwise when %s is another", (_what, change) => {
    const before = splitTimes(report([lookup("a")])).found;
    expect(splitTimes(report([lookup("a", change)])).found).not.toEqual(before);
  });
});
