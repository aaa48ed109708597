import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer as createHttpServer, type RequestListener } from "node:http";
import type { Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { listenOnBoth } from "#lib/dns/name-server/listen-on-both.ts";
import { respond, STREAM_LIMIT } from "#lib/dns/name-server/respond.ts";
import { liveResolver } from "#lib/dns/resolvers/live.ts";
import { decodeMessage } from "#lib/dns/wire/message.ts";
import { recordsIn } from "#lib/dns/zone-file.ts";
import { zoneData } from "#lib/dns/zone/zone-data.ts";
import { systemClock } from "#lib/values/clock.ts";

const data = zoneData(recordsIn("example.com. SOA a. b. 1 2 3 4 5\nexample.com. MX 10 mx.example.com."));

/** The right answer to a packet. */
function rightAnswer(query: Uint8Array): Uint8Array {
  const decoded = decodeMessage(query);
  const [question] = decoded.ok ? decoded.message.questions : [];
  if (!decoded.ok || question === undefined) throw new Error("the client sent no question");
  const answer = respond(decoded.message, question, null, STREAM_LIMIT, { data, secure: [] });
  if (answer === null) throw new Error("no answer");
  return answer;
}

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(cleanups.splice(0).map(cleanup => cleanup()));
});

const options = { clock: systemClock, attemptTimeoutMs: 800, attempts: 1 };

async function udpServer(
  receive: (query: Uint8Array, send: (answer: Uint8Array) => void, port: number) => void,
) {
  const socket = createSocket("udp4");
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  cleanups.push(() => socket.close());
  socket.on("message", (bytes, from) => {
    receive(bytes, answer => socket.send(answer, from.port, from.address), from.port);
  });
  return liveResolver({
    ...options,
    servers: [{ kind: "address", address: "127.0.0.1", port: socket.address().port }],
  });
}

async function tcpServer(receive: (socket: Socket) => void) {
  const { udp, tcp, port } = await listenOnBoth("127.0.0.1", 0);
  const sockets = new Set<Socket>();
  tcp.on("connection", socket => {
    sockets.add(socket);
    receive(socket);
  });
  cleanups.push(() => {
    udp.close();
    for (const socket of sockets) socket.destroy();
    tcp.close();
  });
  udp.on("message", (bytes, from) => udp.send(rightAnswer(bytes).with(2, 0x83), from.port, from.address));
  return liveResolver({
    ...options,
    servers: [{ kind: "address", address: "127.0.0.1", port }],
  });
}

async function dohServer(listener: RequestListener) {
  const server = createHttpServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return liveResolver({
    ...options,
    servers: [{ kind: "doh", url: `http://127.0.0.1:${port}/dns-query` }],
  });
}

const answering =
  (
    change: (answer: Uint8Array) => Uint8Array = answer => answer,
    type = "application/dns-message",
  ): RequestListener =>
  async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    response.setHeader("content-type", type);
    response.end(change(rightAnswer(Buffer.concat(chunks))));
  };

const withId = (answer: Uint8Array, id: number) => answer.with(0, id >> 8).with(1, id & 0xff);

const forgery = (query: Uint8Array) => {
  const answer = rightAnswer(query);
  // "mx.example.com" becomes "mx.example.zom", behind which the OPT record has 11 octets.
  return answer.with(answer.length - 15, 0x7a);
};

describe("forged replies", () => {
  test("1,000 with other ids from the right address are passed over, and the right one is taken", async () => {
    const resolver = await udpServer((query, send) => {
      const id = (query[0] ?? 0) * 256 + (query[1] ?? 0);
      for (let other = 1; other <= 1000; other += 1) send(withId(forgery(query), (id + other) & 0xffff));
      setTimeout(() => send(rightAnswer(query)), 100);
    });
    expect(await resolver.lookup("example.com", "MX")).toMatchObject({
      status: "records",
      records: [{ preference: 10, exchange: "mx.example.com" }],
    });
  });

  test("those from another port never arrive, even with the right id", async () => {
    const attacker = createSocket("udp4");
    attacker.bind(0, "127.0.0.1");
    cleanups.push(() => attacker.close());
    const resolver = await udpServer((query, send, port) => {
      for (let copy = 0; copy < 50; copy += 1) attacker.send(forgery(query), port, "127.0.0.1");
      setTimeout(() => send(rightAnswer(query)), 100);
    });
    expect(await resolver.lookup("example.com", "MX")).toMatchObject({
      records: [{ exchange: "mx.example.com" }],
    });
  });

  test("the question itself, sent back, is no answer", async () => {
    const resolver = await udpServer((query, send) => send(query));
    expect((await resolver.lookup("example.com", "MX")).status).toBe("malformed");
  });

  test("records of other names in the answer are not looked at", async () => {
    const stuffed = zoneData(recordsIn("www.example.com. A 192.0.2.66"));
    const resolver = await udpServer((query, send) => {
      const decoded = decodeMessage(query);
      const [question] = decoded.ok ? decoded.message.questions : [];
      if (!decoded.ok || question === undefined) return;
      const about = { ...question, name: "www.example.com" };
      const other = respond(decoded.message, about, null, STREAM_LIMIT, { data: stuffed, secure: [] });
      // The answer to another question behind our own: its owner is a pointer to the question, so spell it out.
      const head = rightAnswer(query).slice(0, 12 + 13 + 4);
      const record = other?.slice(12 + 17 + 4, -11) ?? new Uint8Array();
      const owner = [3, 0x77, 0x77, 0x77, 0xc0, 12];
      send(Uint8Array.from([...head.with(7, 1).with(9, 0).with(11, 0), ...owner, ...record.slice(2)]));
    });
    expect((await resolver.lookup("example.com", "A")).status).toBe("nodata");
  });
});

describe("streams that do not end", () => {
  test("one octet at a time runs into the time limit", async () => {
    const resolver = await tcpServer(socket => {
      const timer = setInterval(() => socket.write(Uint8Array.of(1)), 20);
      socket.on("close", () => clearInterval(timer));
      socket.on("error", () => {});
    });
    const started = performance.now();
    expect(await resolver.lookup("example.com", "MX")).toMatchObject({ status: "timeout", tc: true });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("a connection that closes in the middle is malformed, one that closes at once unreachable", async () => {
    const half = await tcpServer(socket => socket.end(Uint8Array.of(0, 200, 1, 2, 3)));
    expect((await half.lookup("example.com", "MX")).status).toBe("malformed");
    const none = await tcpServer(socket => socket.end());
    expect((await none.lookup("example.com", "MX")).status).toBe("unreachable");
  });

  test("an answer in many pieces is put together", async () => {
    const resolver = await tcpServer(socket => {
      socket.on("error", () => {});
      socket.once("data", async query => {
        const answer = rightAnswer(query.subarray(2));
        for (const octet of [0, answer.length, ...answer]) {
          socket.write(Uint8Array.of(octet));
          await new Promise(resolve => setImmediate(resolve));
        }
      });
    });
    expect((await resolver.lookup("example.com", "MX")).status).toBe("records");
  });
});

describe("DNS over HTTPS (RFC 8484)", () => {
  test("a POST with id 0 brings the answer", async () => {
    const seen: string[] = [];
    const resolver = await dohServer((request, response) => {
      seen.push(
        `${request.method} ${request.url} ${request.headers["content-type"]} ${request.headers.accept}`,
      );
      request.once("data", (body: Buffer) => seen.push(`id ${body.readUInt16BE()}`));
      answering()(request, response);
    });
    const answer = await resolver.lookup("example.com", "MX");
    expect(answer).toMatchObject({ status: "records", attempts: [{ transport: "doh", result: "records" }] });
    expect(seen).toEqual(["POST /dns-query application/dns-message application/dns-message", "id 0"]);
    expect((await resolver.lookup("nobody.example.com", "MX")).status).toBe("nxdomain");
  });

  test.each<[string, RequestListener, string]>([
    ["an error page", (_, response) => void response.writeHead(500).end(), "unreachable"],
    ["a redirect", (_, response) => void response.writeHead(307, { location: "/else" }).end(), "unreachable"],
    ["another type of body", answering(answer => answer, "text/html"), "malformed"],
    ["a cut body", answering(answer => answer.slice(0, 20)), "malformed"],
    ["another id", answering(answer => answer.with(1, 7)), "malformed"],
    ["more than 64 KB", answering(() => new Uint8Array(70_000)), "malformed"],
    ["silence", () => {}, "timeout"],
    [
      "a body that never ends",
      (_, response) => void response.writeHead(200, { "content-type": "application/dns-message" }).write("x"),
      "timeout",
    ],
  ])("%s", async (_, listener, status) => {
    const resolver = await dohServer(listener);
    expect((await resolver.lookup("example.com", "MX")).status).toBe(status);
  });
});
