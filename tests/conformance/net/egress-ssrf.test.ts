import { createSocket } from "node:dgram";
import { createServer } from "node:net";
import { AUTHORITATIVE_ANSWER, decode, encode, RECURSION_AVAILABLE } from "dns-packet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Resolver } from "#lib/dns/resolver.ts";
import { liveResolver } from "#lib/dns/resolvers/live.ts";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { createEgress } from "#lib/net/https-egress.ts";
import { systemClock } from "#lib/values/clock.ts";
import { isGlobal } from "#lib/values/global-address.ts";
import { type LoopbackServer, listening } from "./loopback-https.ts";

/** One address in each IPv4 block that is not public (IANA special-purpose registry, multicast, cloud metadata). */
const FORBIDDEN_4 = [
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "10.255.255.255",
  "100.64.0.1",
  "100.127.255.254",
  "127.0.0.1",
  "127.255.255.254",
  "168.63.129.16",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.254",
  "192.0.0.1",
  "192.0.2.1",
  "192.88.99.1",
  "192.168.0.1",
  "198.18.0.1",
  "198.19.255.254",
  "198.51.100.1",
  "203.0.113.9",
  "224.0.0.1",
  "239.255.255.255",
  "240.0.0.1",
  "255.255.255.255",
];

const FORBIDDEN_6 = [
  "::",
  "::1",
  "100::1",
  "100:0:0:1::1",
  "2001::1",
  "2001:2::1",
  "2001:10::1",
  "2001:db8::1",
  "3fff::1",
  "5f00::1",
  "fc00::1",
  "fd00:ec2::254",
  "fe80::1",
  "fec0::1",
  "ff02::1",
  "64:ff9b:1::7f00:1",
  "4000::1",
];

const octetsOf = (address: string): number[] => address.split(".").map(Number);
const hex = (value: number, digits = 0): string => value.toString(16).padStart(digits, "0");

/** IPv6 addresses that carry an IPv4 address, in hexadecimal groups. */
function carriers(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = octetsOf(address);
  const high = hex(a * 256 + b);
  const low = hex(c * 256 + d);
  const [invertedHigh, invertedLow] = [hex((a * 256 + b) ^ 0xffff), hex((c * 256 + d) ^ 0xffff)];
  return [
    `::ffff:${high}:${low}`,
    `::${high}:${low}`,
    `64:ff9b::${high}:${low}`,
    `2002:${high}:${low}::1`,
    `2001:0:4136:e378:8000:63bf:${invertedHigh}:${invertedLow}`,
  ];
}

/** The ways in which some program or other reads the same IPv4 address. */
function spellings(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = octetsOf(address);
  const whole = a * 2 ** 24 + b * 2 ** 16 + c * 256 + d;
  return [
    address,
    `${address}.`,
    String(whole),
    `0${whole.toString(8)}`,
    `0x${hex(whole)}`,
    [a, b, c, d].map(part => `0${part.toString(8)}`).join("."),
    [a, b, c, d].map(part => `0x${hex(part)}`).join("."),
    `${a}.${b * 2 ** 16 + c * 256 + d}`,
    `${a}.${b}.${c * 256 + d}`,
    [a, b, c, d].map(part => `%${hex(String(part).charCodeAt(0), 2)}${String(part).slice(1)}`).join("."),
    `[::ffff:${address}]`,
    `[::${address}]`,
    ...carriers(address).map(text => `[${text}]`),
  ];
}

const LIMITS = { maxBytes: 1024, totalMs: 2000 };

describe("no way leads the egress to an address that is not public", () => {
  let v4: LoopbackServer;
  let v6: LoopbackServer;
  beforeAll(async () => {
    v4 = await listening(createServer(), "127.0.0.1");
    v6 = await listening(createServer(), "::1");
  });
  afterAll(async () => {
    expect(v4.connections() + v6.connections()).toBe(0);
    await Promise.all([v4.close(), v6.close()]);
  });

  const fetchWith = (resolver: Resolver, url: string, port = v4.port) =>
    createEgress({ resolver, port }).get(new URL(url), LIMITS);

  it("by writing the address into the URL in any form, with or without credentials", async () => {
    const resolver = counting(zoneResolver(""));
    const urls = FORBIDDEN_4.flatMap(address =>
      spellings(address).flatMap(host => [
        `https://${host}/`,
        `https://mta-sts.example.com@${host}/`,
        `https://user:secret@${host}/#@mta-sts.example.com`,
      ]),
    ).concat(FORBIDDEN_6.map(address => `https://[${address}]/`));
    const parsed = urls.filter(url => URL.canParse(url));
    expect(parsed.length).toBeGreaterThan(1000);
    for (const url of parsed) {
      const result = await fetchWith(resolver, url);
      expect(result, url).toMatchObject({ ok: false, failure: "forbidden-url", ours: false });
    }
    expect(resolver.asked()).toBe(0);
  });

  it("by another scheme, another port or credentials", async () => {
    const resolver = counting(zoneResolver("example.com. A 93.184.216.34"));
    const urls = [
      "http://example.com/",
      "http://example.com:443/",
      "ftp://example.com/",
      "file:///etc/passwd",
      "data:text/plain,x",
      "ws://example.com/",
      "gopher://example.com/",
      "https://example.com:8443/",
      "https://example.com:80/",
      "https://example.com:0/",
      "https://user@example.com/",
      "https://:secret@example.com/",
      "javascript:alert(1)",
    ];
    for (const url of urls) {
      expect(await fetchWith(resolver, url), url).toMatchObject({ ok: false, failure: "forbidden-url" });
    }
    expect(resolver.asked()).toBe(0);
  });

  it("by a name that only private networks have", async () => {
    const resolver = counting(zoneResolver(""));
    const hosts = [
      "localhost",
      "LOCALHOST.",
      "a.localhost",
      "metadata",
      "metadata.google.internal",
      "printer.local",
      "router.home.arpa",
      "1.0.0.127.in-addr.arpa",
      "intranet.corp",
      "x.lan",
      "x.test",
      "x.invalid",
      "duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion",
    ];
    for (const host of hosts) {
      expect(await fetchWith(resolver, `https://${host}/`), host).toMatchObject({ failure: "forbidden-url" });
    }
    expect(resolver.asked()).toBe(0);
  });

  it("by a name that resolves to one, alone or beside a public address, directly or through a CNAME", async () => {
    const bad = [
      ...FORBIDDEN_4.map(address => `A ${address}`),
      ...FORBIDDEN_6.map(address => `AAAA ${address}`),
      ...FORBIDDEN_4.flatMap(carriers).map(address => `AAAA ${address}`),
    ];
    const zone = bad.flatMap((record, index) => [
      `alone${index}.example.com. ${record}`,
      `mixed${index}.example.com. A 93.184.216.34`,
      `mixed${index}.example.com. AAAA 2606:2800:220:1::1`,
      `mixed${index}.example.com. ${record}`,
      `alias${index}.example.com. CNAME alone${index}.example.com.`,
    ]);
    const resolver = zoneResolver(zone.join("\n"));
    for (const index of bad.keys()) {
      for (const kind of ["alone", "mixed", "alias"]) {
        const result = await fetchWith(resolver, `https://${kind}${index}.example.com/`);
        expect(result, `${kind} ${bad[index]}`).toMatchObject({ ok: false, failure: "forbidden-address" });
      }
    }
    expect(bad.length * 3).toBeGreaterThan(300);
  });

  it("by the second answer of a name server that flips between lookups (1,000 tries)", async () => {
    const flipping = await flippingNameServer(["203.0.113.9", "127.0.0.1"]);
    const resolver = counting(
      liveResolver({
        servers: [{ kind: "address", address: "127.0.0.1", port: flipping.port }],
        clock: systemClock,
      }),
    );
    const egress = createEgress({
      resolver,
      port: v4.port,
      // The address is not there, but a documentation address must not be what keeps the answer out.
      isAllowed: address => address.text === "203.0.113.9" || isGlobal(address),
      deadlines: { connectMs: 50, totalMs: 2000 },
    });
    const failures: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      const urls = Array.from({ length: 100 }, (_, index) => new URL(`https://h${index}.example.com/`));
      const results = await Promise.all(urls.map(url => egress.get(url, LIMITS)));
      failures.push(...results.map(result => (result.ok ? "ok" : result.failure)));
    }
    await flipping.close();
    // One A and one AAAA lookup each: there is no second lookup that could answer otherwise.
    expect(resolver.asked()).toBe(2000);
    expect(flipping.answered().get("127.0.0.1")).toBeGreaterThanOrEqual(400);
    expect(failures.filter(failure => failure === "forbidden-address").length).toBeGreaterThanOrEqual(400);
    expect(failures).not.toContain("ok");
  });
});

/** Counts the questions that reach the resolver. */
function counting(resolver: Resolver): Resolver & { asked(): number } {
  let count = 0;
  return {
    asked: () => count,
    lookup(name, type, options) {
      count += 1;
      return resolver.lookup(name, type, options);
    },
  };
}

/** A name server on UDP that answers each question for an address with the next of the list, TTL 0. */
async function flippingNameServer(addresses: readonly string[]) {
  const socket = createSocket("udp4");
  const answered = new Map<string, number>();
  let turn = 0;
  socket.on("message", (message, from) => {
    const query = decode(message);
    const [question] = query.questions ?? [];
    if (question === undefined) return;
    const data = addresses[turn % addresses.length] ?? "";
    const isA = question.type === "A";
    if (isA) {
      turn += 1;
      answered.set(data, (answered.get(data) ?? 0) + 1);
    }
    const { name } = question;
    const soa = {
      mname: "ns.example.com",
      rname: "h.example.com",
      serial: 1,
      refresh: 1,
      retry: 1,
      expire: 1,
      minimum: 0,
    };
    const reply = encode({
      type: "response",
      id: query.id ?? 0,
      flags: AUTHORITATIVE_ANSWER | RECURSION_AVAILABLE,
      questions: [question],
      answers: isA ? [{ type: "A", class: "IN", name, ttl: 0, data }] : [],
      authorities: isA ? [] : [{ type: "SOA", class: "IN", name: "example.com", ttl: 0, data: soa }],
    });
    socket.send(reply, from.port, from.address);
  });
  await new Promise<void>(resolve => socket.bind(0, "127.0.0.1", resolve));
  return {
    port: socket.address().port,
    answered: () => answered,
    close: () => new Promise<void>(resolve => socket.close(resolve)),
  };
}
