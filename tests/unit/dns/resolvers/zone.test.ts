import { describe, expect, test } from "vitest";
import type { RecordType } from "#lib/dns/answer.ts";
import { type Fault, zoneResolver } from "#lib/dns/resolvers/zone.ts";
import type { LookupOptions } from "#lib/dns/resolver.ts";

const ZONE = `
$ORIGIN example.com.
$TTL 300
@       SOA ns1 hostmaster 1 2 3 4 60
        MX  10 mx1
        TXT "v=spf1 -all"
mx1     A   192.0.2.1
www     CNAME mx1
chain   600 CNAME www
gone    CNAME nowhere
abroad  CNAME host.example.net.
loop1   CNAME loop2
loop2   CNAME loop1
self    CNAME self
a.b.c   TXT "deep"
`;

const statusOf = async (name: string, type: RecordType, options?: LookupOptions) =>
  (await zoneResolver(ZONE).lookup(name, type, options)).status;

const faulty = (...faults: readonly Fault[]) => zoneResolver(ZONE, { faults });

const aliases = (count: number) =>
  Array.from({ length: count }, (_, index) => `n${index} CNAME n${index + 1}`).join("\n");

describe("records, NODATA and NXDOMAIN", () => {
  test.each<[string, RecordType, string]>([
    ["example.com", "MX", "records"],
    ["EXAMPLE.com.", "MX", "records"],
    ["example.com", "A", "nodata"],
    ["mx1.example.com", "A", "records"],
    ["mx1.example.com", "MX", "nodata"],
    ["nothing.example.com", "A", "nxdomain"],
    ["c.example.com", "TXT", "nodata"],
    ["b.c.example.com", "TXT", "nodata"],
    ["a.b.c.example.com", "TXT", "records"],
    ["x.b.c.example.com", "TXT", "nxdomain"],
    ["com", "NS", "nodata"],
    ["example.net", "A", "nxdomain"],
    ["d41d8cd98f.invalid", "A", "nxdomain"],
    [".", "NS", "records"],
    ["www.example.com", "A", "records"],
    ["www.example.com", "CNAME", "records"],
    ["www.example.com", "AAAA", "nodata"],
    ["gone.example.com", "A", "nxdomain"],
    ["abroad.example.com", "A", "nxdomain"],
    ["loop1.example.com", "A", "cname-loop"],
    ["loop1.example.com", "CNAME", "records"],
    ["self.example.com", "A", "cname-loop"],
    ["a..b", "A", "malformed"],
    [`${"a".repeat(64)}.com`, "A", "malformed"],
  ])("%s %s is %s", async (name, type, status) => {
    expect(await statusOf(name, type)).toBe(status);
  });

  test("a chain gives the final records, the names passed and the smallest TTL", async () => {
    const answer = await zoneResolver(ZONE).lookup("chain.example.com", "A");
    expect(answer).toMatchObject({
      status: "records",
      records: ["192.0.2.1"],
      ttl: 300,
      cnames: ["www.example.com", "mx1.example.com"],
      id: "A chain.example.com",
    });
  });

  test("the TTL of an absence is the smaller of SOA TTL and MINIMUM (RFC 2308 5)", async () => {
    expect(await zoneResolver(ZONE).lookup("nothing.example.com", "A")).toMatchObject({ ttl: 60, rcode: 3 });
    expect(await zoneResolver("a A 192.0.2.1").lookup("b", "A")).toMatchObject({ ttl: null, rcode: 3 });
  });

  test.each([
    [12, "records"],
    [13, "cname-loop"],
  ])("%i aliases in a row: %s", async (count, status) => {
    const resolver = zoneResolver(`${aliases(count)}\nn${count} A 192.0.2.1`);
    expect((await resolver.lookup("n0", "A")).status).toBe(status);
  });
});

/** The zone and the answers of RFC 4592 section 2.2.1. */
describe("wildcards", () => {
  const resolver = zoneResolver(`
$ORIGIN example.
example.                 3600 IN  SOA   ns.example.com. admin.example.com. 1 2 3 4 5
example.                 3600     NS    ns.example.com.
*.example.               3600     TXT   "this is a wildcard"
*.example.               3600     MX    10 host1.example.
sub.*.example.           3600     TXT   "this is not a wildcard"
host1.example.           3600     A     192.0.2.1
_ssh._tcp.host1.example. 3600     TXT   "stands for the SRV record"
_ssh._tcp.host2.example. 3600     TXT   "stands for the SRV record"
`);
  test.each<[string, RecordType, string]>([
    ["host3.example", "MX", "records"],
    ["host3.example", "A", "nodata"],
    ["foo.bar.example", "TXT", "records"],
    ["host1.example", "MX", "nodata"],
    ["sub.*.example", "MX", "nodata"],
    ["_telnet._tcp.host1.example", "TXT", "nxdomain"],
    ["host2.example", "TXT", "nodata"],
    ["ghost.*.example", "MX", "nxdomain"],
    ["*.example", "TXT", "records"],
  ])("%s %s is %s", async (name, type, status) => {
    expect((await resolver.lookup(name, type)).status).toBe(status);
  });

  test("a wildcard alias is followed", async () => {
    const aliased = zoneResolver("*.example.com CNAME host.example.net\nhost.example.net A 192.0.2.7");
    expect(await aliased.lookup("any.thing.example.com", "A")).toMatchObject({
      status: "records",
      cnames: ["host.example.net"],
    });
  });
});

describe("faults", () => {
  test.each<[Fault["name"], RecordType | undefined, string, RecordType, string]>([
    ["example.com", undefined, "example.com", "MX", "timeout"],
    ["example.com", "MX", "example.com", "MX", "timeout"],
    ["example.com", "TXT", "example.com", "MX", "records"],
    ["*.example.com", undefined, "mx1.example.com", "A", "timeout"],
    ["*.example.com", undefined, "example.com", "MX", "records"],
    ["*", undefined, ".", "NS", "timeout"],
    ["mx1.example.com", "A", "chain.example.com", "A", "timeout"],
  ])("on %s %s, seen by %s %s: %s", async (at, faultType, name, type, status) => {
    const fault = { name: at, failure: "timeout" as const, ...(faultType && { type: faultType }) };
    expect((await faulty(fault).lookup(name, type)).status).toBe(status);
  });

  test("a bogus zone answers with checking disabled only, and says why", async () => {
    const resolver = faulty({ name: "*", failure: "servfail", unlessCheckingDisabled: true });
    expect(await resolver.lookup("example.com", "MX")).toMatchObject({
      status: "servfail",
      rcode: 2,
      extendedErrors: [{ code: 6 }],
    });
    expect(await resolver.lookup("example.com", "MX", { checkingDisabled: true })).toMatchObject({
      id: "MX example.com +cd",
      status: "records",
      extendedErrors: [],
    });
  });

  test("name servers fail, lie and disagree one by one", async () => {
    const resolver = zoneResolver(ZONE, {
      faults: [
        { name: "*", authority: "192.0.2.51", failure: "timeout" },
        { name: "*", authority: "192.0.2.52", failure: "lame" },
      ],
      authorities: { "192.0.2.53": "example.com. MX 20 other.example.com." },
    });
    const asked = async (authority: string) => {
      const answer = await resolver.lookup("example.com", "MX", { authority });
      return [answer.id, answer.status, answer.aa, "records" in answer ? answer.records : null];
    };
    expect(await asked("192.0.2.50")).toEqual([
      "MX example.com @192.0.2.50",
      "records",
      true,
      [{ preference: 10, exchange: "mx1.example.com" }],
    ]);
    expect(await asked("192.0.2.51")).toEqual(["MX example.com @192.0.2.51", "timeout", false, null]);
    expect(await asked("192.0.2.52")).toEqual(["MX example.com @192.0.2.52", "nodata", false, null]);
    expect(await asked("192.0.2.53")).toEqual([
      "MX example.com @192.0.2.53",
      "records",
      true,
      [{ preference: 20, exchange: "other.example.com" }],
    ]);
  });
});

test("AD is claimed for secure zones only, along the whole chain, and never by a name server itself", async () => {
  const resolver = zoneResolver(`${ZONE}host.example.net. A 192.0.2.9\n`, { ad: ["example.com"] });
  const ad = async (name: string, type: RecordType, options?: LookupOptions) =>
    (await resolver.lookup(name, type, options)).ad;
  expect(await ad("example.com", "MX")).toBe(true);
  expect(await ad("nothing.example.com", "MX")).toBe(true);
  expect(await ad(".", "NS")).toBe(true);
  expect(await ad("host.example.net", "A")).toBe(false);
  expect(await ad("abroad.example.com", "A")).toBe(false);
  expect(await ad("example.com", "MX", { authority: "192.0.2.50" })).toBe(false);
  expect((await zoneResolver(ZONE).lookup(".", "NS")).ad).toBe(false);
});

test("delays pass on the given clock only", async () => {
  let time = 1000;
  const clock = {
    now: () => new Date(time),
    monotonic: () => time,
    sleep: async (ms: number) => void (time += ms),
  };
  const resolver = zoneResolver(ZONE, {
    clock,
    delayMs: 20,
    faults: [{ name: "mx1.example.com", failure: "late", delayMs: 500 }],
  });
  expect(await resolver.lookup("example.com", "MX")).toMatchObject({ startedMs: 0, ms: 20 });
  expect(await resolver.lookup("mx1.example.com", "A")).toMatchObject({
    status: "records",
    startedMs: 20,
    ms: 500,
  });
});

test("a zone that cannot be read is a mistake of the caller", () => {
  expect(() => zoneResolver("a A 1.2.3")).toThrow("line 1");
});
