import { describe, expect, test } from "vitest";
import type { Finding } from "#lib/scan/finding.ts";
import { changedFindings } from "#lib/services/scans/compare.ts";

const finding = (check: string, outcome: string, more: Partial<Finding> = {}): Finding => ({
  check,
  outcome,
  status: "pass",
  subject: null,
  args: {},
  lookups: [],
  ...more,
});

const host = (name: string) => finding("mx-target", "ok", { subject: name });

const changes = (before: readonly Finding[], after: readonly Finding[]) =>
  changedFindings({ findings: before }, { findings: after }).map(
    ({ check, subject, before: was, after: is }) =>
      `${check}${subject === null ? "" : ` ${subject}`}: ${was?.outcome ?? "-"} > ${is?.outcome ?? "-"}`,
  );

describe("what changed between two scans", () => {
  test("nothing, when the same was said, whatever was asked for it", () => {
    const before = [finding("spf-all", "fail", { lookups: ["TXT a"] })];
    const after = [finding("spf-all", "fail", { lookups: ["TXT b"] })];
    expect(changes(before, after)).toEqual([]);
  });

  test("another outcome, another status, other arguments", () => {
    const before = [
      finding("dmarc-policy", "quarantine"),
      finding("ip-blocklist", "listed", { status: "warn" }),
      finding("spf-lookup-limit", "within", { args: { lookups: 8 } }),
    ];
    const after = [
      finding("dmarc-policy", "none"),
      finding("ip-blocklist", "listed", { status: "fail" }),
      finding("spf-lookup-limit", "within", { args: { lookups: 9 } }),
    ];
    expect(changes(before, after)).toEqual([
      "dmarc-policy: quarantine > none",
      "ip-blocklist: listed > listed",
      "spf-lookup-limit: within > within",
    ]);
  });

  test("subjects are compared one by one, in any order; what came comes before what went", () => {
    const before = [host("mx1"), host("mx2")];
    const after = [host("mx3"), host("mx2")];
    expect(changes(before, after)).toEqual(["mx-target mx3: - > ok", "mx-target mx1: ok > -"]);
  });

  test("of two things said of one subject, one may go without the other having changed", () => {
    const before = [finding("dmarc-syntax", "duplicate"), finding("dmarc-syntax", "unknown-tag")];
    const after = [finding("dmarc-syntax", "unknown-tag")];
    expect(changes(before, after)).toEqual(["dmarc-syntax: duplicate > -"]);
  });
});
