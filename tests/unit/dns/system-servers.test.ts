import { describe, expect, test } from "vitest";
import { parseDohServer, parseServers, systemServers } from "#lib/dns/system-servers.ts";
import { serverText } from "#lib/dns/transports/server.ts";

describe("lists of servers", () => {
  test.each([
    ["192.0.2.1", ["192.0.2.1"]],
    ["192.0.2.1:5353", ["192.0.2.1:5353"]],
    ["192.0.2.1,192.0.2.2:53", ["192.0.2.1", "192.0.2.2"]],
    [" 192.0.2.1 ,\t[2001:DB8::1]:5353 ", ["192.0.2.1", "[2001:db8::1]:5353"]],
    ["2001:db8::1", ["2001:db8::1"]],
    ["[2001:db8::1]", ["2001:db8::1"]],
    ["fe80::1%eth0", ["fe80::1%eth0"]],
    ["[fe80::1%en0.1]:5353", ["[fe80::1%en0.1]:5353"]],
  ])("%j", (text, texts) => {
    const servers = parseServers(text);
    expect(servers.ok && servers.value.map(serverText)).toEqual(texts);
  });

  test.each([
    ["", ""],
    [" , ", " , "],
    ["dns.example.com", "dns.example.com"],
    ["192.0.2.1,oops", "oops"],
    ["192.0.2.1:0", "192.0.2.1:0"],
    ["192.0.2.1:65536", "192.0.2.1:65536"],
    ["192.0.2.1:", "192.0.2.1:"],
    ["192.0.2.256", "192.0.2.256"],
    ["192.0.2.1%eth0", "192.0.2.1%eth0"],
    ["2001:db8::1:99999", "2001:db8::1:99999"],
    ["[192.0.2.1", "[192.0.2.1"],
  ])("%j is refused, naming %j", (text, part) => {
    expect(parseServers(text)).toEqual({ ok: false, error: part });
  });
});

test.each([
  ["https://dns.example.com/dns-query", true],
  ["https://192.0.2.1/dns-query", true],
  ["http://127.0.0.1:8053/dns-query", true],
  ["http://dns.example.com/dns-query", false],
  ["dns.example.com", false],
  ["file:///etc/passwd", false],
])("%s as DNS over HTTPS: %s", (text, allowed) => {
  expect(parseDohServer(text).ok).toBe(allowed);
});

test("the machine's own servers are addresses with ports", () => {
  for (const server of systemServers())
    expect(server).toMatchObject({ kind: "address", port: expect.any(Number) });
});
