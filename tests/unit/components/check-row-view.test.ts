import { describe, expect, test } from "vitest";
import { checkRowView } from "#components/report/check-row-view.ts";
import type { Status } from "#lib/scan/finding.ts";
import type { LookupEntry } from "#lib/scan/report.ts";
import type { CheckView, FindingView } from "#lib/web/scan-view/scan-view.ts";

const lookup = (name: string, status: string): readonly [string, LookupEntry] => [
  `TXT ${name}`,
  {
    id: `TXT ${name}`,
    name,
    type: "TXT",
    status,
    rcode: status === "records" ? 0 : null,
    answers: status === "records" ? ["1", "2", "3", "4", "5", "6"] : [],
    ttl: 300,
    ad: false,
    extendedErrors: [],
    server: "192.0.2.53",
    attempts: 1,
    startedMs: 0,
    ms: 7,
  },
];

const LOOKUPS = new Map([lookup("a", "records"), lookup("b", "nxdomain"), lookup("c", "timeout")]);

const finding = (subject: string | null, status: Status = "pass"): FindingView => ({
  subject,
  status,
  title: `about ${subject}`,
  detail: null,
  fix: { who: "dns-admin", steps: ["do it"], records: [] },
  step: null,
  lookups: ["TXT b", "TXT a", "TXT c", "TXT unknown"],
});

const check = (findings: readonly FindingView[]): CheckView => ({
  id: "x",
  question: "?",
  status: "pass",
  answer: "!",
  figure: null,
  reference: "RFC",
  findings,
});

describe("checkRowView", () => {
  test("failures come first, then records, then absences; what is too much is counted", () => {
    const [first] = checkRowView(check([finding(null)]), LOOKUPS).findings;
    expect(first?.answers.shown.map(({ name, failed }) => [name, failed])).toEqual([
      ["c", true],
      ["a", false],
      ["b", false],
    ]);
    expect(first?.answers.shown[1]).toMatchObject({ answers: ["1", "2", "3", "4"], more: 2 });
    expect(first?.answers.more).toBe(0);
  });

  test("where there are many, those in order are told by their titles", () => {
    const many = Array.from({ length: 8 }, (_, at) => finding(`s${at}`, at === 5 ? "fail" : "pass"));
    const row = checkRowView(check(many), LOOKUPS);
    expect(row.findings.map(({ subject }) => subject)).toEqual(["s5"]);
    expect(row.quiet).toHaveLength(7);
  });

  test("a fix that is a step of the list is not told again", () => {
    const row = checkRowView(check([{ ...finding(null, "fail"), step: 2 }, finding("s")]), LOOKUPS);
    expect(row.findings.map(({ fix }) => fix === null)).toEqual([true, false]);
  });
});
