import { describe, expect, test } from "vitest";
import { recordTerms } from "#lib/web/scan-view/record-terms.ts";

const texts = (record: string): readonly string[] => recordTerms(record).map(term => term.text);

describe("recordTerms", () => {
  test("takes an SPF record apart at its blanks", () => {
    expect(texts("v=spf1 ip4:192.0.2.0/24 include:_spf.example.com ~all")).toEqual([
      "v=spf1",
      "ip4:192.0.2.0/24",
      "include:_spf.example.com",
      "~all",
    ]);
  });

  test.each([
    "v=DMARC1; p=reject; rua=mailto:a@example.com",
    "v=DKIM1; k=rsa; p=AAAA",
    "v=STSv1; id=1",
    "v=TLSRPTv1; rua=mailto:a@example.com",
    "v=BIMI1; l=https://example.com/logo.svg",
  ])("takes %s apart at its semicolons", record => {
    expect(texts(record)).toEqual(record.split("; "));
  });

  test.each(["10 mx.example.com", "", "v=unknown1; a=b", "hello; world"])("says nothing about %j", record => {
    expect(recordTerms(record)).toEqual([]);
  });

  test("every term has a meaning that is a sentence", () => {
    const records = [
      "v=spf1 +a -mx ?exists:%{i}.x ptr redirect=x exp=y all what:ever",
      "v=DMARC1;p=x;zz=1;t=y",
    ];
    for (const { meaning } of records.flatMap(recordTerms)) expect(meaning).toMatch(/^\S.*\.$/u);
  });

  test("is not misled by keys of objects", () => {
    expect(recordTerms("v=DMARC1; __proto__=x; constructor=y").map(term => term.meaning)).toEqual([
      "This is a DMARC record.",
      expect.stringContaining("without a meaning"),
      expect.stringContaining("without a meaning"),
    ]);
  });
});
