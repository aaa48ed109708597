import { BLOCKLISTS, CLOSED_LISTS, DEFAULT_LISTS } from "#lib/mail/dnsbl/index.ts";
import { dnsblQueryName } from "#lib/mail/dnsbl/query-name.ts";
import { parseIpv4 } from "#lib/values/ip-address.ts";
import { expect, test } from "vitest";

test("24 lists are asked by default, none of them closed or keyed", () => {
  expect(DEFAULT_LISTS).toHaveLength(24);
  const closedZones = CLOSED_LISTS.flatMap(list => list.zones);
  for (const list of DEFAULT_LISTS) {
    expect(list.key).toBeNull();
    expect(closedZones).not.toContain(list.zone);
  }
});

test("the data file has the shape its types claim", () => {
  for (const list of BLOCKLISTS) {
    expect(list.zone, list.id).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u);
    expect(list.families.length, list.id).toBeGreaterThan(0);
    for (const family of list.families) expect(["ipv4", "ipv6", "domain"]).toContain(family);
    for (const code of list.codes) {
      expect(["listed", "informational", "refused"]).toContain(code.result);
      if ("bit" in code) expect([1, 2, 4, 8, 16, 32, 64, 128]).toContain(code.bit);
      else for (const end of [code.from, code.to]) expect(parseIpv4(end)?.bytes[0], list.id).toBe(127);
    }
  }
});

test("a key never stands in the data, only its place holder", () => {
  for (const list of BLOCKLISTS) {
    if (list.key !== null) expect(list.zone).toMatch(/^(?:spamhaus-dqs-key|abusix-key)\./u);
  }
});

test.each([
  ["192.0.2.99", "99.2.0.192.zen.example"],
  [
    "2001:db8:1:2:3:4:567:89ab",
    "b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.zen.example",
  ],
  ["::FFFF:7F00:2", "2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.zen.example"],
  ["Example.COM", "example.com.zen.example"],
])("%s is asked as %s (RFC 5782 2.1 and 2.4)", (entry, name) => {
  expect(dnsblQueryName(entry, "zen.example")).toBe(name);
});
