import { createSocket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import dnsPacket from "dns-packet";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type NameServer, startNameServer } from "#lib/dns/name-server/start-name-server.ts";

const ZONE = `
$ORIGIN example.com.
$TTL 300
@      SOA ns1 hostmaster 1 2 3 4 60
       NS  ns1
       MX  10 mx1
       TXT "v=spf1 " "-all"
       CAA 0 issue "ca.example.net"
mx1    A   192.0.2.1
       AAAA 2001:db8::1
www    CNAME mx1
a.b    A   192.0.2.2
*.wild TXT "any"
1.2.0.192.in-addr.arpa. PTR mx1
long   TXT "${"x".repeat(255)}" "${"y".repeat(255)}"
longer TXT "${"x".repeat(255)}" "${"y".repeat(255)}" "${"z".repeat(255)}" "${"1".repeat(255)}" "${"2".repeat(255)}"
`;

let server: NameServer;
beforeEach(async () => {
  server = await startNameServer({ zones: ZONE });
});
afterEach(() => server.close());

/** The system's own client (c-ares), which shares no code with ours. */
function client(): Resolver {
  const resolver = new Resolver({ timeout: 1000, tries: 1 });
  resolver.setServers([`127.0.0.1:${server.port}`]);
  return resolver;
}

async function ask(name: string, udpPayloadSize: number | null) {
  const socket = createSocket("udp4");
  socket.send(
    dnsPacket.encode({
      type: "query",
      id: 9,
      flags: dnsPacket.RECURSION_DESIRED,
      questions: [{ name, type: "TXT" }],
      additionals:
        udpPayloadSize === null
          ? []
          : [
              {
                type: "OPT",
                name: ".",
                udpPayloadSize,
                extendedRcode: 0,
                ednsVersion: 0,
                flags: 0,
                flag_do: false,
                options: [],
              },
            ],
    }),
    server.port,
    "127.0.0.1",
  );
  const [bytes]: Buffer[] = await once(socket, "message");
  if (bytes === undefined) throw new Error("no answer");
  socket.close();
  const packet = dnsPacket.decode(bytes);
  return {
    cut: packet.flag_tc,
    answers: packet.answers?.length,
    edns: packet.additionals?.length,
    size: bytes.length,
  };
}

describe("a client that is not ours reads", () => {
  test("records of all types it knows", async () => {
    const dns = client();
    expect(await dns.resolve4("mx1.example.com", { ttl: true })).toEqual([
      { address: "192.0.2.1", ttl: 300 },
    ]);
    expect(await dns.resolve6("mx1.example.com")).toEqual(["2001:db8::1"]);
    expect(await dns.resolveMx("example.com")).toMatchObject([{ priority: 10, exchange: "mx1.example.com" }]);
    expect(await dns.resolveTxt("example.com")).toEqual([["v=spf1 ", "-all"]]);
    expect(await dns.resolveNs("example.com")).toEqual(["ns1.example.com"]);
    expect(await dns.resolveSoa("example.com")).toEqual({
      nsname: "ns1.example.com",
      hostmaster: "hostmaster.example.com",
      serial: 1,
      refresh: 2,
      retry: 3,
      expire: 4,
      minttl: 60,
    });
    expect(await dns.resolveCaa("example.com")).toMatchObject([{ critical: 0, issue: "ca.example.net" }]);
    expect(await dns.resolveCname("www.example.com")).toEqual(["mx1.example.com"]);
    expect(await dns.resolvePtr("1.2.0.192.in-addr.arpa")).toEqual(["mx1.example.com"]);
    expect(await dns.resolve4("www.example.com")).toEqual(["192.0.2.1"]);
    expect(await dns.resolveTxt("x.y.wild.example.com")).toEqual([["any"]]);
  });

  test("what does not exist", async () => {
    await expect(client().resolve4("nobody.example.com")).rejects.toMatchObject({ code: "ENOTFOUND" });
    await expect(client().resolve4("example.com")).rejects.toMatchObject({ code: "ENODATA" });
    await expect(client().resolve4("b.example.com")).rejects.toMatchObject({ code: "ENODATA" });
  });

  test("a long answer, over TCP", async () => {
    expect((await client().resolveTxt("longer.example.com"))[0]).toHaveLength(5);
    expect(server.queries.map(query => query.transport)).toEqual(["udp", "tcp"]);
  });
});

describe("truncation keeps to what the client can take", () => {
  test.each([
    ["long.example.com", null, true],
    ["long.example.com", 512, true],
    ["long.example.com", 1232, false],
    ["longer.example.com", 1232, true],
    ["longer.example.com", 4096, false],
    ["example.com", null, false],
  ])("%s for %s octets: cut %s", async (name, size, cut) => {
    const answer = await ask(name, size);
    expect(answer).toMatchObject({ cut, answers: cut ? 0 : 1, edns: size === null ? 0 : 1 });
    expect(answer.size).toBeLessThanOrEqual(size ?? 512);
  });
});
