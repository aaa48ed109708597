import { describe, expect, test } from "vitest";
import { type DmarcRecord, parseDmarcRecord } from "#lib/mail/dmarc/parse-record.ts";

function record(text: string): DmarcRecord {
  const parsed = parseDmarcRecord(text);
  if (parsed.kind !== "record") throw new Error(`no record: ${text}`);
  return parsed.record;
}
const problems = (text: string) => record(text).problems.map(({ code, tag }) => `${code} ${tag}`.trim());
const rua = (list: string) => record(`v=DMARC1; p=none; rua=${list}`).rua;
const kindOf = (text: string) => {
  const parsed = parseDmarcRecord(text);
  return parsed.kind === "near-miss" ? parsed.reason : parsed.kind;
};

describe("what is a DMARC record (RFC 9989 4.7, 4.8)", () => {
  test.each([
    "v=DMARC1",
    "v=DMARC1;",
    "v=DMARC1; p=none",
    "v = DMARC1 ; p=none",
    "v\t=\tDMARC1;p=none",
    "V=DMARC1; p=none",
    " v=DMARC1; p=none",
  ])("%j is one", text => {
    expect(kindOf(text)).toBe("record");
  });

  test.each([
    ["v=dmarc1; p=reject", "version-case"],
    ["v=DMarc1; p=reject", "version-case"],
    ["v=DMARC2; p=reject", "version-unknown"],
    ["v=DMARC; p=reject", "version-unknown"],
    ["v=DMARC11; p=reject", "version-unknown"],
    ["p=reject; v=DMARC1", "version-not-first"],
    ["v=DMARC1 p=reject", "missing-semicolon"],
    ["v=DMARC1, p=reject", "missing-semicolon"],
    ['"v=DMARC1; p=reject"', "text-before-version"],
    ["\u00a0v=DMARC1; p=reject", "text-before-version"],
    ["p=reject; rua=mailto:a@example.com", "version-missing"],
  ])("%j was meant to be one: %s", (text, reason) => {
    expect(kindOf(text)).toBe(reason);
  });

  test.each(["", "v=spf1 -all", "v=DKIM1; p=", "google-site-verification=abc", "DMARC1", "v=STSv1; id=1"])(
    "%j has nothing to do with it",
    text => {
      expect(kindOf(text)).toBe("other");
    },
  );
});

describe("values", () => {
  test("defaults", () => {
    expect(record("v=DMARC1; p=none")).toMatchObject({
      p: "none",
      sp: null,
      np: null,
      adkim: "r",
      aspf: "r",
      fo: ["0"],
      testing: false,
      psd: "u",
      rua: [],
      ruf: [],
      pct: 100,
      problems: [],
    });
  });

  test("everything set, in any case of the values", () => {
    expect(
      record("v=DMARC1; p=REJECT; sp=Quarantine; np=reject; adkim=S; aspf=s; fo=1:d:s; t=Y; psd=N"),
    ).toMatchObject({
      p: "reject",
      sp: "quarantine",
      np: "reject",
      adkim: "s",
      aspf: "s",
      fo: ["1", "d", "s"],
      testing: true,
      psd: "n",
      problems: [],
    });
  });

  test("bad values fall back to their defaults and are named", () => {
    expect(record("v=DMARC1; p=none; adkim=x; aspf=strict; fo=2; t=1; psd=maybe")).toMatchObject({
      adkim: "r",
      aspf: "r",
      fo: ["0"],
      testing: false,
      psd: "u",
    });
    expect(problems("v=DMARC1; p=none; adkim=x; t=1; fo=0:1")).toEqual([
      "bad-value adkim",
      "bad-value t",
      "bad-value fo",
    ]);
  });

  test("an invalid policy is not a missing one", () => {
    expect(record("v=DMARC1; p=block")).toMatchObject({ p: null, invalidPolicies: ["p"] });
    expect(record("v=DMARC1; p=reject; sp=off")).toMatchObject({ p: "reject", invalidPolicies: ["sp"] });
    expect(record("v=DMARC1; rua=mailto:a@example.com")).toMatchObject({ p: null, invalidPolicies: [] });
    expect(problems("v=DMARC1; rua=mailto:a@example.com")).toEqual(["missing-policy p"]);
  });

  test("p need not come second", () => {
    expect(problems("v=DMARC1; rua=mailto:a@example.com; p=reject")).toEqual([]);
  });

  test("unknown tags are ignored and listed", () => {
    expect(record("v=DMARC1; p=reject; policy=none").p).toBe("reject");
    expect(problems("v=DMARC1; p=reject; policy=none; x1=y")).toEqual([
      "unknown-tag policy",
      "unknown-tag x1",
    ]);
  });

  test("historic tags are named; pct is still read for older receivers", () => {
    expect(problems("v=DMARC1; p=reject; pct=50; rf=afrf; ri=3600")).toEqual([
      "historic-tag pct",
      "historic-tag rf",
      "historic-tag ri",
    ]);
    expect(record("v=DMARC1; p=reject; pct=50").pct).toBe(50);
    expect(record("v=DMARC1; p=reject; pct=0").pct).toBe(0);
    expect(record("v=DMARC1; p=reject; pct=101").pct).toBe(100);
    expect(record("v=DMARC1; p=reject; pct=many").pct).toBe(100);
    expect(record("v=DMARC1; p=reject; pct=-5").pct).toBe(100);
  });

  test("of repeated tags the last counts, and the repetition is named", () => {
    expect(record("v=DMARC1; p=reject; p=none").p).toBe("none");
    expect(problems("v=DMARC1; p=reject; p=none")).toEqual(["duplicate-tag p"]);
    expect(problems("v=DMARC1; p=reject; P=none")).toEqual(["tag-case P", "duplicate-tag P"]);
  });

  test("tag names in capitals are read as receivers read them, and named", () => {
    expect(record("v=DMARC1; P=reject").p).toBe("reject");
    expect(problems("v=DMARC1; P=reject")).toEqual(["tag-case P"]);
  });

  test("what is no tag is named and the rest is read", () => {
    expect(record("v=DMARC1; reject; p=none").p).toBe("none");
    expect(problems("v=DMARC1; reject; p=none;;")).toEqual(["not-a-tag", "empty-segment"]);
    expect(problems("v=DMARC1; p=none; __proto__=x")).toEqual(["not-a-tag"]);
  });

  test("a public suffix must not ask for failure reports", () => {
    expect(problems("v=DMARC1; p=none; psd=y; ruf=mailto:a@example.com")).toEqual([
      "failure-reports-for-suffix ruf",
    ]);
  });

  test("problems carry the place in the text", () => {
    const text = "v=DMARC1; p=none; adkim = x";
    const [problem] = record(text).problems;
    expect(text.slice(problem?.start, problem?.end)).toBe("adkim = x");
  });
});

describe("reporting URIs (RFC 9989 4.8 dmarc-urilist)", () => {
  test("a list with blanks around the commas", () => {
    expect(rua("mailto:a@example.com , mailto:b@Example.NET")).toMatchObject([
      { uri: "mailto:a@example.com", scheme: "mailto", host: "example.com", defect: null },
      { uri: "mailto:b@Example.NET", scheme: "mailto", host: "example.net", defect: null },
    ]);
  });

  test("the obsolete size limit is set aside and named", () => {
    expect(rua("mailto:a@example.com!10m")).toMatchObject([
      { uri: "mailto:a@example.com", sizeLimit: "10m", host: "example.com", defect: null },
    ]);
    expect(problems("v=DMARC1; p=none; rua=mailto:a@example.com!10M")).toEqual(["size-limit"]);
  });

  test.each([
    ["a@example.com", "no-scheme"],
    ["mailto:", "no-address"],
    ["mailto:example.com", "no-address"],
    ["mailto:@example.com", "no-address"],
    ["mailto:a@", "no-address"],
    ["mailto:a b@example.com", "bad-character"],
    ["mailto:a@example.com mailto:b@example.com", "bad-character"],
    ["<mailto:a@example.com>", "no-scheme"],
    ["mailto:a!b@example.com", "bad-character"],
    ["mailto:a@exam..ple.com", "bad-host"],
    ["mailto:a@[192.0.2.1]", "bad-host"],
    [",mailto:a@example.com", "empty"],
  ])("%j: %s", (list, defect) => {
    expect(rua(list)[0]).toMatchObject({ defect, host: null });
  });

  test("another scheme is a valid URI that receivers may not support", () => {
    expect(rua("https://reports.example.com/dmarc")).toMatchObject([
      { scheme: "https", host: "reports.example.com", defect: null },
    ]);
  });

  test("an address with a subject", () => {
    expect(rua("mailto:a@example.com?subject=x%20y@z")).toMatchObject([
      { host: "example.com", defect: null },
    ]);
  });

  test("positions", () => {
    const text = "v=DMARC1; p=none; rua=mailto:a@example.com,  b@example.com";
    const second = record(text).rua[1];
    expect(text.slice(second?.start, second?.end)).toBe("b@example.com");
  });
});
