import { afterEach, describe, expect, test } from "vitest";
import type { RecordType } from "#lib/dns/answer.ts";
import type { ServerFault } from "#lib/dns/name-server/fault.ts";
import {
  type NameServer,
  type NameServerOptions,
  startNameServer,
} from "#lib/dns/name-server/start-name-server.ts";
import type { LookupOptions } from "#lib/dns/resolver.ts";
import { liveResolver, type LiveResolverOptions } from "#lib/dns/resolvers/live.ts";
import { pacedResolver } from "#lib/dns/resolvers/paced.ts";
import { systemClock } from "#lib/values/clock.ts";

const ZONE = `
$ORIGIN example.com.
$TTL 300
@       SOA ns1 hostmaster 1 2 3 4 60
        NS  ns1
        MX  10 mx1
        MX  20 mx2
        TXT "v=spf1 " "-all"
        CAA 0 issue "ca.example.net"
        DNSKEY 257 3 13 AQIDBA==
mx1     A   192.0.2.1
        AAAA 2001:db8::1
www     CNAME mx1
gone    CNAME nowhere
deep.er A   192.0.2.9
odd\\.label TXT "octets \\200\\255"
_25._tcp.mx1 TLSA 3 1 1 00ff
sub     DS  1 13 2 abcd
1.2.0.192.in-addr.arpa. PTR Mx1.Example.COM.
big     TXT "${"x".repeat(250)}" "${"y".repeat(250)}" "${"z".repeat(250)}" "${"1".repeat(250)}" "${"2".repeat(250)}" "${"3".repeat(250)}"
`;

const running: NameServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(server => server.close()));
});

async function serve(options: Partial<NameServerOptions> = {}): Promise<NameServer> {
  const server = await startNameServer({ zones: ZONE, ...options });
  running.push(server);
  return server;
}

const addressed = ({ address, port }: { address: string; port: number }) =>
  ({ kind: "address", address, port }) as const;

const resolverOf = (servers: readonly NameServer[], options: Partial<LiveResolverOptions> = {}) =>
  liveResolver({ servers: servers.map(addressed), clock: systemClock, attemptTimeoutMs: 150, ...options });

/** A resolver in front of one server with these faults, and what the server saw. */
async function faulty(faults: readonly ServerFault[], options: Partial<NameServerOptions> = {}) {
  const server = await serve({ faults, ...options });
  return { server, resolver: resolverOf([server]) };
}

const chain = (length: number) =>
  Array.from({ length }, (_, index) => `n${index}.example.com. CNAME n${index + 1}.example.com.`).join("\n");

const asking = async (options: Partial<NameServerOptions>, name: string, type: RecordType) => {
  const server = await serve(options);
  const resolver = resolverOf([], { authorityPort: server.port, mayAskAuthority: () => true });
  const lookup: LookupOptions = { authority: "127.0.0.1" };
  return { answer: await resolver.lookup(name, type, lookup), server };
};

const texts = (count: number, length: number) =>
  Array.from(
    { length: count },
    (_, index) => `many.example.com. TXT "${String(index).padEnd(length, "x")}"`,
  ).join("\n");

describe("a server that is right", () => {
  test.each<[string, RecordType, string, unknown]>([
    [
      "example.com",
      "MX",
      "records",
      [
        { preference: 10, exchange: "mx1.example.com" },
        { preference: 20, exchange: "mx2.example.com" },
      ],
    ],
    ["EXAMPLE.com.", "TXT", "records", [{ strings: ["v=spf1 ", "-all"] }]],
    ["example.com", "NS", "records", ["ns1.example.com"]],
    [
      "example.com",
      "SOA",
      "records",
      [
        {
          primary: "ns1.example.com",
          mailbox: "hostmaster.example.com",
          serial: 1,
          refresh: 2,
          retry: 3,
          expire: 4,
          minimum: 60,
        },
      ],
    ],
    ["example.com", "CAA", "records", [{ critical: false, tag: "issue", value: "ca.example.net" }]],
    ["example.com", "DNSKEY", "records", [{ flags: 257, algorithm: 13, key: "AQIDBA==" }]],
    ["mx1.example.com", "A", "records", ["192.0.2.1"]],
    ["mx1.example.com", "AAAA", "records", ["2001:db8::1"]],
    ["www.example.com", "CNAME", "records", ["mx1.example.com"]],
    ["www.example.com", "A", "records", ["192.0.2.1"]],
    [
      "_25._tcp.mx1.example.com",
      "TLSA",
      "records",
      [{ usage: 3, selector: 1, matchingType: 1, data: "00ff" }],
    ],
    ["sub.example.com", "DS", "records", [{ keyTag: 1, algorithm: 13, digestType: 2, digest: "abcd" }]],
    ["1.2.0.192.in-addr.arpa", "PTR", "records", ["mx1.example.com"]],
    ["odd\\.label.example.com", "TXT", "records", [{ strings: ["octets \xc8\xff"] }]],
    ["odd.label.example.com", "TXT", "nxdomain", undefined],
    ["example.com", "A", "nodata", undefined],
    ["er.example.com", "A", "nodata", undefined],
    ["nowhere.example.com", "A", "nxdomain", undefined],
    ["gone.example.com", "A", "nxdomain", undefined],
    [".", "NS", "records", ["a.root-servers.net", "m.root-servers.net"]],
    ["a..b", "A", "malformed", undefined],
  ])("%s %s: %s", async (name, type, status, records) => {
    const answer = await resolverOf([await serve()]).lookup(name, type);
    expect([answer.status, "records" in answer ? answer.records : undefined]).toEqual([status, records]);
  });

  test("an answer tells its server, its path and its times to live", async () => {
    const server = await serve();
    const answer = await resolverOf([server]).lookup("www.example.com", "A");
    expect(answer).toMatchObject({
      id: "A www.example.com",
      rcode: 0,
      ttl: 300,
      cnames: ["mx1.example.com"],
      server: `127.0.0.1:${server.port}`,
      attempts: [{ transport: "udp", result: "records" }],
      tc: false,
      aa: false,
    });
    expect(await resolverOf([server]).lookup("nowhere.example.com", "A")).toMatchObject({
      ttl: 60,
      rcode: 3,
    });
  });

  test("every question has an id and a source port of its own, EDNS of 1232 octets and recursion desired", async () => {
    const server = await serve();
    const resolver = resolverOf([server]);
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => resolver.lookup(`n${index}.example.com`, "A")),
    );
    expect(new Set(server.queries.map(query => query.id)).size).toBeGreaterThan(35);
    expect(new Set(server.queries.map(query => query.sourcePort)).size).toBeGreaterThan(35);
    for (const query of server.queries)
      expect(query).toMatchObject({ udpSize: 1232, recursionDesired: true });
  });

  test("CD is set where validation is not wanted", async () => {
    const server = await serve();
    const answer = await resolverOf([server]).lookup("example.com", "MX", { checkingDisabled: true });
    expect(answer.id).toBe("MX example.com +cd");
    expect(server.queries).toMatchObject([{ checkingDisabled: true }]);
  });

  test("AD is handed on", async () => {
    const resolver = resolverOf([await serve({ secure: ["example.com"] })]);
    expect(await resolver.lookup("example.com", "MX")).toMatchObject({ ad: true });
    expect(await resolver.lookup(".", "NS")).toMatchObject({ ad: false });
  });

  test("no search domain is ever appended", async () => {
    const server = await serve();
    await resolverOf([server]).lookup("mx1", "A");
    expect(server.queries.map(query => query.name)).toEqual(["mx1"]);
  });
});

describe("one fault at a time, on every question", () => {
  test.each<[ServerFault["kind"], string]>([
    ["drop", "timeout"],
    ["servfail", "servfail"],
    ["refused", "refused"],
    ["formerr", "other-rcode"],
    ["malformed", "malformed"],
    ["wrong-id", "malformed"],
    ["wrong-question", "malformed"],
    ["lame", "malformed"],
    ["cname-loop", "cname-loop"],
    ["oversize", "too-large"],
  ])("%s is %s, for a record that is there and for one that is not", async (kind, status) => {
    const { resolver } = await faulty([{ kind, name: "*" }]);
    expect((await resolver.lookup("mx1.example.com", "A")).status).toBe(status);
    expect((await resolver.lookup("nowhere.example.com", "TXT")).status).toBe(status);
  });

  test("an answer that is late but in time counts", async () => {
    const { resolver } = await faulty([{ kind: "delay", name: "*", delayMs: 60 }]);
    expect(await resolver.lookup("example.com", "MX")).toMatchObject({ status: "records" });
  });

  test("an answer after its time does not count, and does no harm", async () => {
    const { resolver } = await faulty([{ kind: "delay", name: "*", delayMs: 400 }]);
    const answer = await resolver.lookup("example.com", "MX");
    expect(answer.status).toBe("timeout");
    expect(answer.attempts.map(attempt => attempt.result)).toEqual(["timeout", "timeout", "timeout"]);
  });

  test("nothing listens: unreachable", async () => {
    const server = await serve();
    await server.close();
    running.pop();
    expect(await resolverOf([server]).lookup("example.com", "MX")).toMatchObject({
      status: "unreachable",
      server: null,
    });
  });

  test("the deadline ends a lookup whatever is left to try", async () => {
    const server = await serve({ faults: [{ kind: "drop", name: "*" }] });
    const resolver = resolverOf([server], { attemptTimeoutMs: 200, deadlineMs: 300 });
    const started = performance.now();
    expect((await resolver.lookup("example.com", "MX")).status).toBe("timeout");
    expect(performance.now() - started).toBeLessThan(450);
  });
});

describe("size", () => {
  test.each([
    [40, 250, "records"],
    [60, 20, "records"],
    [100, 255, "records"],
    [101, 10, "too-large"],
    [500, 100, "too-large"],
  ])("%i TXT records of %i octets: %s", async (count, length, status) => {
    const server = await serve({ zones: texts(count, length) });
    const answer = await resolverOf([server]).lookup("many.example.com", "TXT");
    expect(answer).toMatchObject({ status, tc: true });
    expect(answer.status === "records" ? answer.records.length : count).toBe(count);
  });
});

describe("truncation", () => {
  test("an answer beyond 1232 octets comes over TCP", async () => {
    const { resolver, server } = await faulty([]);
    const answer = await resolver.lookup("big.example.com", "TXT");
    expect(answer).toMatchObject({
      status: "records",
      tc: true,
      attempts: [{ result: "truncated" }, { transport: "tcp", result: "records" }],
    });
    expect(answer.status === "records" && answer.records[0]?.strings).toHaveLength(6);
    expect(server.queries.map(query => query.transport)).toEqual(["udp", "tcp"]);
  });

  test("so does one that is truncated without need, absence included", async () => {
    const { resolver } = await faulty([{ kind: "truncate", name: "*" }]);
    expect(await resolver.lookup("mx1.example.com", "A")).toMatchObject({ status: "records", tc: true });
    expect(await resolver.lookup("nowhere.example.com", "A")).toMatchObject({ status: "nxdomain", tc: true });
  });

  test("with TCP closed nothing is known", async () => {
    const { resolver } = await faulty([{ kind: "truncate", name: "*" }], { tcp: false });
    expect(await resolver.lookup("example.com", "TXT")).toMatchObject({ status: "unreachable", tc: true });
  });

  test("with TCP silent nothing is known", async () => {
    const { resolver } = await faulty([
      { kind: "truncate", name: "*", transport: "udp" },
      { kind: "drop", name: "*", transport: "tcp" },
    ]);
    expect(await resolver.lookup("nowhere.example.com", "TXT")).toMatchObject({
      status: "timeout",
      tc: true,
    });
  });

  test("a fault on TCP only", async () => {
    const { resolver } = await faulty([
      { kind: "truncate", name: "*", transport: "udp" },
      { kind: "malformed", name: "*", transport: "tcp" },
    ]);
    expect((await resolver.lookup("example.com", "TXT")).status).toBe("malformed");
  });
});

describe("several servers", () => {
  test.each<ServerFault["kind"]>([
    "drop",
    "servfail",
    "refused",
    "formerr",
    "malformed",
    "wrong-id",
    "lame",
    "oversize",
  ])("the next one is asked after %s", async kind => {
    const bad = await serve({ faults: [{ kind, name: "*" }] });
    const good = await serve();
    const answer = await resolverOf([bad, good]).lookup("example.com", "MX");
    expect(answer).toMatchObject({ status: "records", server: `127.0.0.1:${good.port}` });
    expect(answer.attempts.at(0)).toMatchObject({ server: `127.0.0.1:${bad.port}` });
  });

  test("a silent server costs its time once, not for every lookup", async () => {
    const silent = await serve({ faults: [{ kind: "drop", name: "*" }] });
    const resolver = resolverOf([silent, await serve()]);
    for (const name of ["a", "b", "c", "d"]) await resolver.lookup(`${name}.example.com`, "A");
    expect(silent.queries).toHaveLength(1);
  });

  test("of several failures the most telling one is reported", async () => {
    const silent = await serve({ faults: [{ kind: "drop", name: "*" }] });
    const failing = await serve({ faults: [{ kind: "servfail", name: "*" }] });
    const answer = await resolverOf([silent, failing]).lookup("example.com", "MX");
    expect(answer).toMatchObject({ status: "servfail", rcode: 2, server: `127.0.0.1:${failing.port}` });
  });

  test("all of them are asked, even more than three", async () => {
    const bad = await Promise.all(
      [1, 2, 3, 4].map(() => serve({ faults: [{ kind: "refused", name: "*" }] })),
    );
    expect((await resolverOf([...bad, await serve()]).lookup("example.com", "MX")).status).toBe("records");
  });
});

describe("aliases", () => {
  test.each([
    [12, "records"],
    [13, "cname-loop"],
  ])("%i of them: %s", async (length, status) => {
    const server = await serve({ zones: `${chain(length)}\nn${length}.example.com. A 192.0.2.1` });
    expect((await resolverOf([server]).lookup("n0.example.com", "A")).status).toBe(status);
  });

  test("a target that the answer leaves out is asked for", async () => {
    const zones = `${chain(3)}\nn3.example.com. A 192.0.2.1`;
    const server = await serve({ zones, faults: [{ kind: "alias-only", name: "*" }] });
    // The last question has no alias, and the server gives the first record as it is.
    const answer = await resolverOf([server]).lookup("n0.example.com", "A");
    expect(answer).toMatchObject({
      status: "records",
      records: ["192.0.2.1"],
      cnames: ["n1.example.com", "n2.example.com", "n3.example.com"],
    });
    expect(server.queries.map(query => query.name)).toEqual(
      [0, 1, 2, 3].map(index => `n${index}.example.com`),
    );
  });

  test("a target that fails makes the lookup fail, one that is missing makes it absent", async () => {
    const server = await serve({
      faults: [
        { kind: "servfail", name: "mx1.example.com" },
        { kind: "alias-only", name: "*" },
      ],
    });
    const resolver = resolverOf([server]);
    expect(await resolver.lookup("www.example.com", "A")).toMatchObject({
      status: "servfail",
      cnames: ["mx1.example.com"],
    });
    const dangling = await serve({ faults: [{ kind: "alias-only", name: "gone.example.com" }] });
    expect(await resolverOf([dangling]).lookup("gone.example.com", "A")).toMatchObject({
      status: "nxdomain",
      cnames: ["nowhere.example.com"],
    });
  });

  test("a loop that the resolver hides behind SERVFAIL is found", async () => {
    const zones =
      "a.example.com. CNAME b.example.com.\nb.example.com. CNAME a.example.com.\nc.example.com. CNAME d.example.com.";
    const faults = [{ kind: "servfail", name: "*", type: "MX" }] as const;
    const resolver = resolverOf([await serve({ zones, faults })]);
    expect(await resolver.lookup("a.example.com", "MX")).toMatchObject({
      status: "cname-loop",
      cnames: ["b.example.com", "a.example.com"],
    });
    expect(await resolver.lookup("c.example.com", "MX")).toMatchObject({ status: "servfail", cnames: [] });
  });

  test("a loop is found step by step too", async () => {
    const zones = "a.example.com. CNAME b.example.net.\nb.example.net. CNAME a.example.com.";
    const server = await serve({ zones, faults: [{ kind: "alias-only", name: "*" }] });
    expect(await resolverOf([server]).lookup("a.example.com", "TXT")).toMatchObject({ status: "cname-loop" });
    expect(server.queries.length).toBeLessThan(4);
  });

  test("a hundred of them end after the thirteenth", async () => {
    const server = await serve({ zones: chain(100), faults: [{ kind: "alias-only", name: "*" }] });
    expect((await resolverOf([server]).lookup("n0.example.com", "A")).status).toBe("cname-loop");
    expect(server.queries).toHaveLength(13);
  });

  test("a loop is a failure of its own, never an empty answer", async () => {
    const server = await serve({
      zones: "a.example.com. CNAME b.example.com.\nb.example.com. CNAME a.example.com.",
    });
    const answer = await resolverOf([server]).lookup("a.example.com", "A");
    expect(answer).toMatchObject({ status: "cname-loop" });
    expect(server.queries).toHaveLength(1);
  });
});

describe("authoritative servers", () => {
  test("are asked without recursion and answer with authority", async () => {
    const { answer, server } = await asking({}, "example.com", "MX");
    expect(answer).toMatchObject({ id: "MX example.com @127.0.0.1", status: "records", aa: true, ad: false });
    expect(server.queries).toMatchObject([{ recursionDesired: false }]);
  });

  test("outside their zones they refuse", async () => {
    const { answer } = await asking({}, "example.net", "MX");
    expect(answer).toMatchObject({ status: "refused", aa: false });
  });

  test("a referral is no absence", async () => {
    const { answer } = await asking({ faults: [{ kind: "lame", name: "*" }] }, "example.com", "TXT");
    expect(answer).toMatchObject({ status: "malformed", rcode: 0, aa: false });
  });

  test.each(["127.0.0.1", "10.0.0.53", "::1", "169.254.169.254", "168.63.129.16", "ns1.example.com", ""])(
    "%j is not asked at all",
    async authority => {
      const server = await serve();
      const resolver = resolverOf([server], { authorityPort: server.port });
      expect(await resolver.lookup("example.com", "MX", { authority })).toMatchObject({
        status: "unreachable",
        attempts: [],
      });
      expect(server.queries).toEqual([]);
    },
  );
});

test("with three packets in ten lost, 300 verdicts are the same or unknown, and few are unknown", async () => {
  let seed = 20_261_125;
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed / 2 ** 32;
  };
  const server = await serve({ faults: [{ kind: "drop", name: "*", share: 0.3 }], random });
  const resolver = pacedResolver(resolverOf([server], { attemptTimeoutMs: 250 }), {
    domain: "example.com",
    inFlight: 20,
  });
  const kinds = [
    ["example.com", "MX", "records"],
    ["nowhere.example.com", "A", "nxdomain"],
    ["example.com", "A", "nodata"],
  ] as const;
  const asked = await Promise.all(
    Array.from({ length: 300 }, async (_, index) => {
      const [name, type, expected] = kinds[index % 3] ?? kinds[0];
      return [expected, (await resolver.lookup(name, type)).status] as const;
    }),
  );
  const unknown = asked.filter(([, status]) => status === "timeout").length;
  expect(asked.filter(([expected, status]) => status !== expected && status !== "timeout")).toEqual([]);
  // 0.3 cubed is 2.7 percent, about 8 of 300.
  expect(unknown).toBeLessThan(25);
});
