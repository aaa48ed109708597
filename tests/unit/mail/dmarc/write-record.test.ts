import { describe, expect, test } from "vitest";
import { parseDmarcRecord } from "#lib/mail/dmarc/parse-record.ts";
import { editRecord, mergeRecords, repairRecord } from "#lib/mail/dmarc/write-record.ts";

describe("editing a record", () => {
  test("every other tag is kept, in its order", () => {
    expect(
      editRecord("v=DMARC1;p=none;rua=mailto:a@example.com;adkim=s;note=hello", { p: "quarantine" }),
    ).toBe("v=DMARC1; p=quarantine; rua=mailto:a@example.com; adkim=s; note=hello");
  });

  test("policies come first, new tags last", () => {
    expect(editRecord("v=DMARC1; rua=mailto:a@example.com", { p: "none", sp: "reject", fo: "1" })).toBe(
      "v=DMARC1; p=none; sp=reject; rua=mailto:a@example.com; fo=1",
    );
  });

  test("tags are taken away", () => {
    expect(editRecord("v=DMARC1; p=reject; sp=none; t=y", { sp: null, t: null })).toBe("v=DMARC1; p=reject");
  });

  test("pct is never proposed, nor anything else that is obsolete", () => {
    expect(
      editRecord(
        "v=DMARC1; p=none; pct=20; rf=afrf; ri=3600; rua=mailto:a@example.com!10m, mailto:b@example.com",
        {
          p: "quarantine",
        },
      ),
    ).toBe("v=DMARC1; p=quarantine; rua=mailto:a@example.com,mailto:b@example.com");
  });
});

describe("merging records", () => {
  test("the mildest policy and every report address", () => {
    expect(
      mergeRecords([
        "v=DMARC1; p=reject; rua=mailto:a@example.com",
        "v=DMARC1; p=none; rua=mailto:b@example.net,mailto:a@example.com; adkim=s",
      ]),
    ).toBe("v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.net; adkim=s");
  });
});

describe("repairing a record", () => {
  test.each([
    ["v=dmarc1; p=reject; rua=mailto:a@example.com", "v=DMARC1; p=reject; rua=mailto:a@example.com"],
    ["p=reject; v=DMARC1", "v=DMARC1; p=reject"],
    ["v=DMARC1 p=quarantine", "v=DMARC1; p=quarantine"],
    ["v=DMARC1, p=quarantine", "v=DMARC1; p=quarantine"],
    ['"v=DMARC1; p=reject;"', "v=DMARC1; p=reject"],
    ["v=DMARC2; p=reject", "v=DMARC1; p=reject"],
    ["v=DMARC1; p=block", "v=DMARC1; p=none"],
    ["v=DMARC1", "v=DMARC1; p=none"],
    ["v=DMARC1; p=reject; sp=block; policy=x; t=1", "v=DMARC1; p=reject"],
    ["v=DMARC1; P=reject; p=none;;", "v=DMARC1; p=none"],
    ["v=DMARC1; p=none; rua=a@example.com, nonsense", "v=DMARC1; p=none; rua=mailto:a@example.com"],
    ["v=DMARC1; p=none; rua=nonsense", "v=DMARC1; p=none"],
    ["p=none", "v=DMARC1; p=none"],
  ])("%s", (broken, repaired) => {
    expect(repairRecord(broken, "none")).toBe(repaired);
    const parsed = parseDmarcRecord(repaired);
    expect(parsed).toMatchObject({ kind: "record", record: { problems: [] } });
  });
});
