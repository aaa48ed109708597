import { describe, expect, test } from "vitest";
import type { RecordType } from "#lib/dns/answer.ts";
import { overlayResolver, type RecordSetChange } from "#lib/dns/resolvers/overlay.ts";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { parseRecordValue } from "#lib/dns/zone/record-value.ts";

const base = zoneResolver(
  `
$ORIGIN example.com.
@     SOA ns1 hostmaster 1 2 3 4 60
      MX 10 mx1
      TXT "v=spf1 +all"
      TXT "unrelated"
mx1   A 192.0.2.1
www   CNAME mx1
chain CNAME www
`,
  { faults: [{ name: "bad.example.com", failure: "timeout" }] },
);

const seen = async (changes: readonly RecordSetChange[], name: string, type: RecordType) => {
  const answer = await overlayResolver(base, changes).lookup(name, type);
  return answer.status === "records" ? answer.records : answer.status;
};

describe("record sets", () => {
  test("are replaced as a whole, and others stay", async () => {
    const changes: RecordSetChange[] = [{ name: "Example.com.", type: "TXT", values: ["v=spf1 mx -all"] }];
    expect(await seen(changes, "example.com", "TXT")).toEqual([{ strings: ["v=spf1 mx -all"] }]);
    expect(await seen(changes, "example.com", "MX")).toEqual([
      { preference: 10, exchange: "mx1.example.com" },
    ]);
  });

  test("are created, and with them their names and the names above", async () => {
    const changes: RecordSetChange[] = [
      { name: "_dmarc.new.example.com", type: "TXT", values: ["v=DMARC1; p=none"] },
    ];
    expect(await seen(changes, "_dmarc.new.example.com", "TXT")).toEqual([{ strings: ["v=DMARC1; p=none"] }]);
    expect(await seen(changes, "_dmarc.new.example.com", "MX")).toBe("nodata");
    expect(await seen(changes, "new.example.com", "A")).toBe("nodata");
    expect(await seen(changes, "other.example.com", "A")).toBe("nxdomain");
  });

  test("are deleted", async () => {
    expect(await seen([{ name: "example.com", type: "MX", values: [] }], "example.com", "MX")).toBe("nodata");
  });

  test("a failure below the change stays a failure", async () => {
    expect(await seen([{ name: "example.com", type: "MX", values: [] }], "bad.example.com", "A")).toBe(
      "timeout",
    );
  });
});

describe("aliases", () => {
  test("a chain of the base passes through the changes", async () => {
    const changes: RecordSetChange[] = [{ name: "mx1.example.com", type: "A", values: ["192.0.2.99"] }];
    expect(await overlayResolver(base, changes).lookup("chain.example.com", "A")).toMatchObject({
      id: "A chain.example.com",
      name: "chain.example.com",
      records: ["192.0.2.99"],
      cnames: ["www.example.com", "mx1.example.com"],
    });
  });

  test("a new alias is followed", async () => {
    const changes: RecordSetChange[] = [
      { name: "new.example.com", type: "CNAME", values: ["www.example.com."] },
    ];
    expect(await overlayResolver(base, changes).lookup("new.example.com", "A")).toMatchObject({
      records: ["192.0.2.1"],
      cnames: ["www.example.com", "mx1.example.com"],
    });
    expect(await seen(changes, "new.example.com", "CNAME")).toEqual(["www.example.com"]);
  });

  test("a deleted alias leads nowhere any more", async () => {
    const changes: RecordSetChange[] = [{ name: "www.example.com", type: "CNAME", values: [] }];
    expect(await seen(changes, "www.example.com", "A")).toBe("nodata");
    expect(await seen(changes, "chain.example.com", "A")).toBe("nodata");
  });

  test("an alias replaced by an address", async () => {
    const changes: RecordSetChange[] = [
      { name: "www.example.com", type: "CNAME", values: [] },
      { name: "www.example.com", type: "A", values: ["192.0.2.50"] },
    ];
    expect(await seen(changes, "chain.example.com", "A")).toEqual(["192.0.2.50"]);
  });

  test("a loop made by the change", async () => {
    const changes: RecordSetChange[] = [
      { name: "mx1.example.com", type: "CNAME", values: ["chain.example.com."] },
    ];
    expect(await seen(changes, "chain.example.com", "AAAA")).toBe("cname-loop");
  });
});

test("a value that is no record is a mistake of the caller", () => {
  expect(() => overlayResolver(base, [{ name: "example.com", type: "MX", values: ["mail"] }])).toThrow("MX");
  expect(() => overlayResolver(base, [{ name: "a..b", type: "A", values: [] }])).toThrow("domain name");
});

describe("values as DNS panels take them", () => {
  test.each<[RecordType, string, unknown]>([
    ["TXT", "v=spf1 -all", { strings: ["v=spf1 -all"] }],
    ["TXT", 'say "hello"; \\ é', { strings: ['say "hello"; \\ \xc3\xa9'] }],
    ["TXT", '"two" "strings"', { strings: ["two", "strings"] }],
    ["TXT", "x".repeat(300), { strings: ["x".repeat(255), "x".repeat(45)] }],
    ["TXT", "", { strings: [""] }],
    ["MX", "10 mx.example.com.", { preference: 10, exchange: "mx.example.com" }],
    ["MX", "10 mx.example.com", { preference: 10, exchange: "mx.example.com" }],
    ["MX", "0 .", { preference: 0, exchange: "." }],
    ["CNAME", "Target.Example.", "target.example"],
    ["TLSA", "3 1 1 00FF", { usage: 3, selector: 1, matchingType: 1, data: "00ff" }],
    ["A", "192.0.2.1\n", "192.0.2.1"],
    ["A", "192.0.2.1 ; note", "192.0.2.1"],
    ["A", "oops", null],
    ["A", "192.0.2.1\na A 192.0.2.2", null],
    ["MX", "10", null],
  ])("%s %j", (type, value, data) => {
    expect(parseRecordValue(type, value)).toEqual(data);
  });
});
