import { expect, test } from "vitest";
import type { LookupEntry, ScanReport } from "#lib/scan/report.ts";
import { viewChanges } from "#lib/web/scan-view/view-changes.ts";

const lookup = (id: string, status: string, ...answers: string[]): LookupEntry => {
  const [type = "", name = ""] = id.split(" ");
  return {
    id,
    name,
    type,
    status,
    rcode: 0,
    answers,
    ttl: 60,
    ad: false,
    extendedErrors: [],
    server: null,
    attempts: 1,
    startedMs: 0,
    ms: 1,
  };
};

const report = (...lookups: LookupEntry[]): ScanReport => ({
  schema: "mailtriage.scan/1",
  engine: "1.0.0",
  domain: "example.com",
  unicode: null,
  sample: false,
  startedAt: "2026-11-25T00:00:00.000Z",
  durationMs: 1,
  dns: { servers: [], healthy: true, problem: null, validating: null, queries: 1 },
  context: { domain: "example.com", mailProvider: null, dnsProvider: null },
  grade: null,
  gradeReason: null,
  score: null,
  coverage: { done: 0, of: 0 },
  sections: [],
  findings: [],
  // Not looked at here.
  evidence: {} as ScanReport["evidence"],
  probeLookups: {},
  lookups,
});

const records = (before: LookupEntry, after: LookupEntry) =>
  viewChanges(report(before), report(after), []).records;

test("a record that was replaced is gone and new", () => {
  const id = "TXT _dmarc.example.com";
  expect(records(lookup(id, "records", '"p=none"'), lookup(id, "records", '"p=reject"'))).toEqual([
    { name: "_dmarc.example.com", type: "TXT", gone: ['"p=none"'], added: ['"p=reject"'] },
  ]);
});

test("a record that is proven to be there no more is gone", () => {
  const id = "MX example.com";
  expect(records(lookup(id, "records", "10 mx"), lookup(id, "nodata"))).toMatchObject([
    { gone: ["10 mx"], added: [] },
  ]);
});

test.each(["timeout", "servfail", "refused", "malformed", "over-budget"])("%s changes nothing", failure => {
  const id = "MX example.com";
  expect(records(lookup(id, "records", "10 mx"), lookup(id, failure))).toEqual([]);
  expect(records(lookup(id, failure), lookup(id, "records", "10 mx"))).toEqual([]);
});

test("another order of the same records is no change, and neither are the records of others", () => {
  const id = "MX example.com";
  expect(records(lookup(id, "records", "10 a", "20 b"), lookup(id, "records", "20 b", "10 a"))).toEqual([]);
  const foreign = "TXT _spf.provider.net";
  expect(records(lookup(foreign, "records", '"a"'), lookup(foreign, "records", '"b"'))).toEqual([]);
});
