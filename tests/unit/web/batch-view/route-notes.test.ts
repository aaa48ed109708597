import { expect, test } from "vitest";
import { reason } from "#lib/bounce/reasons.ts";
import type { RouteOfGroup, ScanOfDomain } from "#lib/services/batches/summarise.ts";
import { viewRouteNotes } from "#lib/web/batch-view/route-notes.ts";

const scan = (domain: string, status: ScanOfDomain["status"]): ScanOfDomain => ({
  domain,
  scanId: `scan-of-${domain}`,
  status,
  grade: null,
});

const moved = (domain: string, failures: number): RouteOfGroup => ({
  cause: "stale_route",
  domain,
  failures,
  route: {
    scanId: `scan-of-${domain}`,
    before: "recipient_unknown",
    found: [reason("mx-is-not-microsoft", { host: "smtp.google.com" })],
  },
});

const undecided = (domain: string, failures: number): RouteOfGroup => ({
  cause: "recipient_unknown",
  domain,
  failures,
  route: null,
});

test("failures that hang on no MX record need no words", () => {
  expect(viewRouteNotes([], [])).toBeNull();
});

test("what moved them, from where, with the scan that says so", () => {
  const notes = viewRouteNotes([moved("a.example", 12), moved("b.example", 1)], []);
  expect(notes?.sentences).toEqual([
    "Moved here from “Address does not exist” by what DNS says today: 13 failures at 2 domains.",
  ]);
  expect(notes?.rows[0]).toEqual({
    domain: "a.example",
    failures: 12,
    words: "The domain's MX record names smtp.google.com today, but Microsoft 365 gave the reply.",
    href: "/scans/scan-of-a.example",
  });
});

test("what stayed where it was is counted, and not told one by one", () => {
  const found = [reason("mx-is-remote", { host: "a-example.mail.protection.outlook.com" })];
  const route = { scanId: "x", before: "recipient_unknown", found } as const;
  const notes = viewRouteNotes([{ cause: "recipient_unknown", domain: "a.example", failures: 1, route }], []);
  expect(notes).toMatchObject({ rows: [], unmeasured: false });
  expect(notes?.sentences[0]).toBe("Still so after a look at today’s MX record: 1 failure at 1 domain.");
});

test("what is not decided says why: measured at this moment, without an answer, or not at all", () => {
  const notes = viewRouteNotes(
    [undecided("a.example", 3), undecided("b.example", 2), undecided("c.example", 1)],
    [scan("a.example", "running"), scan("b.example", "done")],
  );
  expect(notes?.sentences[0]).toMatch(/6 failures at 3 domains.*Not measured yet: 1 domain\.$/u);
  expect(notes?.unmeasured).toBe(true);
  expect(notes?.rows.map(({ domain, words }) => [domain, words])).toEqual([
    ["a.example", "Being measured."],
    ["b.example", expect.stringContaining("DNS did not answer")],
  ]);
});

test("of many domains a few are told, the rest is counted", () => {
  const many = Array.from({ length: 9 }, (_, at) => moved(`d${at}.example`, 9 - at));
  expect(viewRouteNotes(many, [])).toMatchObject({ rows: { length: 6 }, more: 3 });
});
