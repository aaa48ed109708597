import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sampleAware, sampleResolver } from "#lib/dns/resolvers/sample.ts";
import { replayResolver } from "#lib/dns/resolvers/replay.ts";
import { recordsIn } from "#lib/dns/zone-file.ts";
import { DEFAULT_LISTS } from "#lib/mail/dnsbl/lists.ts";
import { probeList } from "#lib/mail/dnsbl/health.ts";
import { contains, parseAddressBlock, parseIpAddress } from "#lib/values/ip-address.ts";

const text = readFileSync("data/sample.zone", "utf8");
const records = recordsIn(text);
const sample = sampleResolver(text);

test("all addresses are documentation addresses, those of blocklist answers aside", () => {
  const blocks = ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32"].map(
    parseAddressBlock,
  );
  const others = records.filter(record => {
    if (record.type !== "A" && record.type !== "AAAA") return false;
    const address = parseIpAddress(record.data);
    const isDocumentation = blocks.some(block => block && address && contains(block, address));
    return !isDocumentation && !record.data.startsWith("127.");
  });
  expect(others).toEqual([]);
});

describe("the sample domains", () => {
  test.each([
    ["healthy.example", 2],
    ["broken-spf.example", 1],
    ["no-dmarc.example", 1],
    ["parked.example", 1],
    ["two-spf.example", 1],
    ["m365.example", 1],
    ["listed.example", 1],
    ["old-policy.example", 1],
    ["contoso.example", 1],
    ["fabrikam.example", 2],
    ["northwind.example", 1],
  ])("%s has %i MX records", async (domain, count) => {
    const answer = await sample.lookup(domain, "MX");
    expect(answer.status === "records" && answer.records).toHaveLength(count);
  });

  test("every mail host that a record names has an address", async () => {
    const hosts = new Set(
      records.flatMap(record =>
        record.type === "MX" && record.data.exchange !== "." ? [record.data.exchange] : [],
      ),
    );
    for (const host of hosts) {
      const [v4, v6] = await Promise.all([sample.lookup(host, "A"), sample.lookup(host, "AAAA")]);
      expect([host, v4.status]).toEqual([host, "records"]);
      expect(["records", "nodata"]).toContain(v6.status);
    }
  });

  test("every alias leads to records", async () => {
    for (const record of records.filter(({ type }) => type === "CNAME")) {
      const type = record.name.includes("_domainkey") ? "TXT" : "A";
      expect([record.name, (await sample.lookup(record.name, type)).status]).toEqual([
        record.name,
        "records",
      ]);
    }
  });

  test("healthy.example alone is signed", async () => {
    expect(await sample.lookup("healthy.example", "MX")).toMatchObject({ ad: true });
    expect(await sample.lookup("m365.example", "MX")).toMatchObject({ ad: false });
    expect(await sample.lookup(".", "NS")).toMatchObject({ ad: true });
  });
});

test.each(DEFAULT_LISTS)("the list $id is alive in the sample", async list => {
  expect(await probeList(list, sample)).toEqual({ open: true });
});

test("a sample domain sees the sample zone and nothing else, every other domain never sees it", () => {
  const live = replayResolver([]);
  expect(sampleAware("healthy.example", { live, sample })).toBe(sample);
  expect(sampleAware("example.com", { live, sample })).toBe(live);
});
