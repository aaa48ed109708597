import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesStsPattern, readStsPolicy, uncoveredHosts } from "#lib/mail/mta-sts/policy.ts";
import { readStsRecord } from "#lib/mail/mta-sts/record.ts";
import { threadTime } from "../../../support/thread-time.ts";

describe("the record (RFC 8461 3.1)", () => {
  it.each([
    ["v=STSv1; id=20260101", "20260101"],
    ["v=STSv1;id=A1;", "A1"],
    ["v=STSv1; id=x \t; ext=1", "x"],
    ["v=STSv1; ext=1; id=x", "x"],
    [`v=STSv1; id=${"a".repeat(32)}`, "a".repeat(32)],
  ])("%s has the id %s", (text, id) => {
    expect(readStsRecord([text])).toEqual({ kind: "valid", id, text });
  });

  it.each([
    ["v=STSv1; id=", "bad-id"],
    ["v=STSv1; id=2026-01-01", "bad-id"],
    [`v=STSv1; id=${"a".repeat(33)}`, "bad-id"],
    ["v=STSv1;", "no-id"],
    ["v=STSv1", "no-id"],
    ["v=STSv1; ID=1", "no-id"],
    ["v=STSv1; id=1; what", "bad-field"],
    ["v=STSv1; id=1;; x=1", "bad-field"],
    ["v=stsv1; id=1", "bad-version"],
    ["v=STSv1 ; id=1", "bad-version"],
    [" v=STSv1; id=1", "bad-version"],
    ["v = STSv1; id=1", "bad-version"],
    ["v=STSv12; id=1", "bad-version"],
  ])("%j is invalid: %s", (text, reason) => {
    expect(readStsRecord([text])).toMatchObject({ kind: "invalid", reason });
  });

  it("counts only records that begin with the version", () => {
    const other = ["v=spf1 -all", "v=TLSRPTv1; rua=mailto:a@b.example", ""];
    expect(readStsRecord(other)).toEqual({ kind: "absent" });
    expect(readStsRecord([...other, "v=STSv1; id=1"])).toMatchObject({ kind: "valid" });
    expect(readStsRecord(["v=STSv1; id=1", "v=STSv1; id=2"])).toMatchObject({ reason: "multiple" });
    expect(readStsRecord([])).toEqual({ kind: "absent" });
  });
});

const lines = (...texts: readonly string[]) => texts.join("\r\n");
const FULL = [
  "version: STSv1",
  "mode: enforce",
  "mx: mail.example.com",
  "mx: *.example.net",
  "max_age: 604800",
];

describe("the policy file (RFC 8461 3.2)", () => {
  const policy = { mode: "enforce", maxAge: 604_800, mx: ["mail.example.com", "*.example.net"] };

  it.each([
    ["with CRLF", lines(...FULL, "")],
    ["with LF", FULL.join("\n")],
    [
      "in another order, with unknown keys and blanks",
      lines(...FULL.slice(1), "x-key:  a b ", "", "  ", FULL[0] ?? ""),
    ],
    ["with trailing blanks", FULL.map(line => `${line} \t`).join("\r\n")],
    ["without blanks after the colon", FULL.join("\n").replaceAll(": ", ":")],
    ["with a repeated key, of which the first counts", lines(...FULL, "mode: none", "max_age: x")],
  ])("is read %s", (_name, text) => {
    expect(readStsPolicy(text)).toEqual({ ok: true, policy });
  });

  it("needs no mx under mode none", () => {
    const text = "version: STSv1\nmode: none\nmax_age: 0";
    expect(readStsPolicy(text)).toEqual({ ok: true, policy: { mode: "none", maxAge: 0, mx: [] } });
  });

  const without = (key: string) => lines(...FULL.filter(line => !line.startsWith(key)));
  const changed = (from: string, to: string) => FULL.join("\n").replace(from, to);
  it.each([
    ["no-version", without("version"), null],
    ["bad-version", changed("STSv1", "STSv2"), 1],
    ["no-mode", without("mode"), null],
    ["bad-mode", changed("enforce", "Enforce"), 2],
    ["no-max-age", without("max_age"), null],
    ["bad-max-age", changed("604800", "31557601"), 5],
    ["bad-max-age", changed("604800", "1 week"), 5],
    ["bad-max-age", changed("604800", "-1"), 5],
    ["bad-max-age", changed("604800", "99999999999"), 5],
    ["no-mx", without("mx"), null],
    ["bad-mx", changed("mail.example.com", "mail.*.example.com"), 3],
    ["bad-mx", changed("*.example.net", "*"), 4],
    ["bad-mx", changed("*.example.net", "*.*.example.net"), 4],
    ["bad-mx", changed("mail.example.com", "mail example com"), 3],
    ["bad-line", changed("mode:", "mode"), 2],
    ["bad-line", changed("enforce", ""), 2],
  ])("has the fault %s (%#)", (problem, text, line) => {
    const reading = readStsPolicy(text);
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.faults).toContainEqual({ problem, line });
  });

  it("is not found in an HTML page or in nothing", () => {
    for (const text of ["<!DOCTYPE html><html><body>Not found</body></html>", "", "\0", "__proto__: x"]) {
      expect(readStsPolicy(text).ok).toBe(false);
    }
  });

  it("never throws and takes linear time", () => {
    assert(property(string({ unit: "binary" }), text => readStsPolicy(text).ok !== undefined));
    const spent = threadTime();
    for (const text of [
      " ".repeat(65_536) + "x",
      "a:".repeat(32_768),
      "\n".repeat(65_536),
      "mx: *.".repeat(9999),
    ]) {
      readStsPolicy(text);
      readStsRecord([`v=STSv1;${text}`]);
    }
    expect(spent()).toBeLessThan(500);
  });
});

describe("matching hosts (RFC 8461 4.1)", () => {
  it.each([
    ["mail.example.com", "mail.example.com", true],
    ["mail.example.com", "mail2.example.com", false],
    ["*.example.com", "mail.example.com", true],
    ["*.example.com", "a.mail.example.com", false],
    ["*.example.com", "example.com", false],
    ["*.mx.microsoft", "contoso-com.k-v1.mx.microsoft", false],
    ["*.k-v1.mx.microsoft", "contoso-com.k-v1.mx.microsoft", true],
  ])("%s and %s: %s", (pattern, host, matches) => {
    expect(matchesStsPattern(pattern, host)).toBe(matches);
  });

  it("names the hosts that no pattern covers", () => {
    const policy = { mode: "enforce", maxAge: 1, mx: ["*.example.com", "mx.example.net"] } as const;
    expect(uncoveredHosts(policy, ["a.example.com", "a.b.example.com", "mx.example.net"])).toEqual([
      "a.b.example.com",
    ]);
  });
});
