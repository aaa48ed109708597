import { describe, expect, it } from "vitest";
import { readTlsRptRecord } from "#lib/mail/tls-rpt/record.ts";
import { threadTime } from "../../../support/thread-time.ts";

describe("the TLS-RPT record (RFC 8460 3)", () => {
  it.each([
    ["v=TLSRPTv1; rua=mailto:tls@example.com", ["mailto:tls@example.com"]],
    ["v=TLSRPTv1;rua=https://reports.example.com/v1/tlsrpt;", ["https://reports.example.com/v1/tlsrpt"]],
    [
      "v=TLSRPTv1; rua=mailto:a@example.com , https://b.example.com/; x=1",
      ["mailto:a@example.com", "https://b.example.com/"],
    ],
    ["v=TLSRPTv1; rua=ftp://x.example,mailto:a@example.com", ["mailto:a@example.com"]],
  ])("%s reports to %j", (text, destinations) => {
    expect(readTlsRptRecord([text])).toEqual({ kind: "valid", destinations, text });
  });

  it.each([
    ["v=TLSRPTv1", "no-rua"],
    ["v=TLSRPTv1;", "no-rua"],
    ["v=TLSRPTv1; ruf=mailto:a@example.com", "no-rua"],
    ["v=TLSRPTv1; rua=", "bad-rua"],
    ["v=TLSRPTv1; rua=tls@example.com", "bad-rua"],
    ["v=TLSRPTv1; rua=http://example.com/", "bad-rua"],
    ["v=TLSRPTv1; rua=mailto:example.com", "bad-rua"],
    ["v=TLSRPTv1; rua=mailto:a@example.com; ?", "bad-field"],
    ["v=tlsrptv1; rua=mailto:a@example.com", "bad-version"],
    ["v=TLSRPTv1 ; rua=mailto:a@example.com", "bad-version"],
    ["v=TLSRPTv2; rua=mailto:a@example.com", null],
  ])("%s is invalid: %s", (text, reason) => {
    const read = readTlsRptRecord([text]);
    expect(read.kind === "invalid" ? read.reason : null).toBe(reason);
  });

  it("counts only records that begin with the version", () => {
    expect(readTlsRptRecord([])).toEqual({ kind: "absent" });
    expect(readTlsRptRecord(["v=spf1 -all", "google-site-verification=x"])).toEqual({ kind: "absent" });
    const one = "v=TLSRPTv1; rua=mailto:a@example.com";
    expect(readTlsRptRecord(["v=spf1 -all", one]).kind).toBe("valid");
    expect(readTlsRptRecord([one, one]).kind).toBe("multiple");
  });

  it("takes linear time", () => {
    const spent = threadTime();
    for (const text of [
      " ".repeat(65_536),
      "rua=,".repeat(13_000),
      ";".repeat(65_536),
      `${"a".repeat(65_000)}`,
    ]) {
      readTlsRptRecord([`v=TLSRPTv1;${text}`, text]);
    }
    expect(spent()).toBeLessThan(500);
  });
});
