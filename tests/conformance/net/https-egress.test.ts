import { createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { createEgress, type EgressOptions } from "#lib/net/https-egress.ts";
import { certificateAuthority, selfSigned } from "../../support/certificates.ts";
import { type LoopbackServer, listening, serveHttps } from "./loopback-https.ts";

const HOST = "mta-sts.example.com";
const authority = certificateAuthority();
const good = authority.issue({ names: [HOST, "*.wild.example.com"] });

const resolver = zoneResolver(`
$ORIGIN example.com.
@ SOA ns hostmaster 1 1 1 1 1
mta-sts A 127.0.0.1
two A 127.0.0.2
two A 127.0.0.1
one.wild A 127.0.0.1
a.b.wild A 127.0.0.1
alias CNAME mta-sts
other A 127.0.0.1
empty TXT "no address"
`);

const servers: LoopbackServer[] = [];
const opened = async (pending: Promise<LoopbackServer>): Promise<LoopbackServer> => {
  const server = await pending;
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.close()));
});

const LIMITS = { maxBytes: 65_536, totalMs: 15_000 };
const egressTo = (port: number, more: Partial<EgressOptions> = {}) =>
  createEgress({ resolver, isAllowed: () => true, ca: authority.cert, port, ...more });
const urlOf = (host: string, path = "/.well-known/mta-sts.txt") => new URL(`https://${host}${path}`);

const answer = async (certificate: { key: string; cert: string }, host = HOST) => {
  const server = await opened(serveHttps(certificate, (_request, response) => response.end("x")));
  return egressTo(server.port).get(urlOf(host), LIMITS);
};

const drip = (write: (text: string) => boolean, text: string) => {
  const timer = setInterval(() => write(text), 20);
  timer.unref();
  return timer;
};

describe("a request that works", () => {
  it("reaches the resolved address with the name in SNI and Host, and sends nothing that tells on us", async () => {
    let seen: Record<string, unknown> = {};
    const server = await opened(
      serveHttps(good, (request, response) => {
        const { servername } = request.socket as unknown as { servername: string };
        seen = { servername, url: request.url, method: request.method, headers: request.headers };
        response
          .writeHead(200, { "content-type": "text/plain", "set-cookie": "a=b" })
          .end("version: STSv1\n");
      }),
    );
    const egress = egressTo(server.port);
    const result = await egress.get(urlOf(HOST, "/.well-known/mta-sts.txt?x=1#fragment"), LIMITS);
    expect(result).toMatchObject({ ok: true, status: 200, contentType: "text/plain", address: "127.0.0.1" });
    if (result.ok) expect(Buffer.from(result.body).toString()).toBe("version: STSv1\n");
    expect(seen).toMatchObject({ servername: HOST, url: "/.well-known/mta-sts.txt?x=1", method: "GET" });
    const headers = seen["headers"] as Record<string, string>;
    expect(headers["host"]).toBe(HOST);
    expect(headers["accept-encoding"]).toBe("identity");
    await egress.get(urlOf(HOST), LIMITS);
    expect((seen["headers"] as Record<string, string>)["cookie"]).toBeUndefined();
  });

  it("follows CNAMEs in DNS but asks for, and checks, the first name", async () => {
    const server = await opened(serveHttps(good, (_request, response) => response.end("x")));
    const result = await egressTo(server.port).get(urlOf("alias.example.com"), LIMITS);
    expect(result).toMatchObject({ ok: false, failure: "tls-name-mismatch" });
  });

  it("posts a body with its length", async () => {
    let body = "";
    const server = await opened(
      serveHttps(good, (request, response) => {
        request.on("data", chunk => (body += String(chunk)));
        request.on("end", () => response.writeHead(202).end());
      }),
    );
    const result = await egressTo(server.port).request(
      urlOf(HOST, "/hook"),
      { method: "POST", headers: { "content-type": "application/json" }, body: Buffer.from('{"a":1}') },
      LIMITS,
    );
    expect(result).toMatchObject({ ok: true, status: 202 });
    expect(body).toBe('{"a":1}');
  });

  it("ignores proxy settings of the environment", async () => {
    const proxy = await opened(listening(createServer()));
    const server = await opened(serveHttps(good, (_request, response) => response.end("x")));
    const before = { ...process.env };
    Object.assign(process.env, {
      HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
      https_proxy: `http://127.0.0.1:${proxy.port}`,
      NODE_USE_ENV_PROXY: "1",
    });
    try {
      expect(await egressTo(server.port).get(urlOf(HOST), LIMITS)).toMatchObject({ ok: true });
    } finally {
      process.env = before;
    }
    expect(proxy.connections()).toBe(0);
  });

  it.each([301, 302, 303, 307, 308])("never follows a %s", async status => {
    let requests = 0;
    const server = await opened(
      serveHttps(good, (_request, response) => {
        requests += 1;
        response.writeHead(status, { location: `https://${HOST}/elsewhere` }).end();
      }),
    );
    const result = await egressTo(server.port).get(urlOf(HOST), LIMITS);
    expect(result).toMatchObject({ ok: true, status });
    expect(requests).toBe(1);
  });

  it("undoes gzip that was not asked for", async () => {
    const server = await opened(
      serveHttps(good, (_request, response) =>
        response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("<svg/>")),
      ),
    );
    const result = await egressTo(server.port).get(urlOf(HOST), LIMITS);
    expect(result.ok && Buffer.from(result.body).toString()).toBe("<svg/>");
  });
});

describe("certificates", () => {
  it("must name the host", async () => {
    const wrong = authority.issue({ names: ["www.example.com", "example.com"] });
    expect(await answer(wrong)).toMatchObject({ failure: "tls-name-mismatch", ours: false });
  });
  it("may use a wildcard for one label and for no more", async () => {
    expect(await answer(good, "one.wild.example.com")).toMatchObject({ ok: true });
    expect(await answer(good, "a.b.wild.example.com")).toMatchObject({ failure: "tls-name-mismatch" });
  });
  it("must come from a trusted authority", async () => {
    expect(await answer(selfSigned({ names: [HOST] }))).toMatchObject({
      failure: "tls-untrusted",
      ours: false,
    });
    const stranger = certificateAuthority("Another CA").issue({ names: [HOST] });
    expect(await answer(stranger)).toMatchObject({ failure: "tls-untrusted", ours: false });
  });
  it("must be within their dates", async () => {
    const old = authority.issue({ names: [HOST], fromDay: -20, toDay: -1 });
    expect(await answer(old)).toMatchObject({ failure: "tls-expired", ours: false });
    const early = authority.issue({ names: [HOST], fromDay: 5, toDay: 20 });
    expect(await answer(early)).toMatchObject({ failure: "tls-expired", ours: false });
  });
});

describe("failures", () => {
  it("tells a refused connection, which the host said, from a name without address", async () => {
    const server = await serveHttps(good, () => {});
    await server.close();
    expect(await egressTo(server.port).get(urlOf(HOST), LIMITS)).toMatchObject({
      failure: "connect-failed",
      ours: false,
      address: "127.0.0.1",
    });
    expect(await egressTo(1).get(urlOf("empty.example.com"), LIMITS)).toMatchObject({
      failure: "no-address",
      ours: false,
    });
    expect(await egressTo(1).get(urlOf("none.example.com"), LIMITS)).toMatchObject({ failure: "no-address" });
  });

  it("goes on to the next address when one cannot be connected to", async () => {
    const certificate = authority.issue({ names: ["two.example.com"] });
    const server = await opened(serveHttps(certificate, (_request, response) => response.end("x")));
    const result = await egressTo(server.port).get(urlOf("two.example.com"), LIMITS);
    expect(result).toMatchObject({ ok: true, address: "127.0.0.1" });
  });

  it.each(["timeout", "servfail", "refused", "malformed"] as const)(
    "counts %s in DNS as ours",
    async failure => {
      const broken = zoneResolver("", { faults: [{ name: "*", failure }] });
      const result = await egressTo(1, { resolver: broken }).get(urlOf(HOST), LIMITS);
      expect(result).toMatchObject({ failure: "dns-failed", ours: true });
    },
  );

  it("calls plain text on the port a TLS failure of theirs", async () => {
    const server = await opened(listening(createServer(socket => socket.end("HTTP/1.1 200 OK\r\n\r\n"))));
    expect(await egressTo(server.port).get(urlOf(HOST), LIMITS)).toMatchObject({
      failure: "tls-failed",
      ours: false,
    });
  });

  it("calls a hang-up in the handshake possibly ours", async () => {
    const server = await opened(listening(createServer(socket => socket.on("data", () => socket.destroy()))));
    expect(await egressTo(server.port).get(urlOf(HOST), LIMITS)).toMatchObject({
      failure: "connect-failed",
      ours: true,
    });
  });

  it("refuses a body that is too large, announced or not, compressed or not", async () => {
    const server = await opened(
      serveHttps(good, (request, response) => {
        if (request.url === "/gzip") {
          response.writeHead(200, { "content-encoding": "gzip" });
          response.end(gzipSync(Buffer.alloc(50_000_000)));
        } else if (request.url === "/exact") response.end(Buffer.alloc(65_536));
        else response.end(Buffer.alloc(65_537));
      }),
    );
    const egress = egressTo(server.port);
    expect(await egress.get(urlOf(HOST, "/exact"), LIMITS)).toMatchObject({ ok: true });
    expect(await egress.get(urlOf(HOST, "/over"), LIMITS)).toMatchObject({
      failure: "too-large",
      ours: false,
    });
    const before = process.memoryUsage().rss;
    expect(await egress.get(urlOf(HOST, "/gzip"), LIMITS)).toMatchObject({ failure: "too-large" });
    expect(process.memoryUsage().rss - before).toBeLessThan(64_000_000);
  });

  it("calls what is not HTTP, broken gzip and unknown codings bad responses", async () => {
    const server = await opened(
      serveHttps(good, (request, response) => {
        if (request.url === "/raw") request.socket.end("nonsense\r\n\r\n");
        else if (request.url === "/gzip")
          response.writeHead(200, { "content-encoding": "gzip" }).end("no gzip");
        else if (request.url === "/headers") {
          response.writeHead(200, { "x-long": "a".repeat(20_000) }).end();
        } else response.writeHead(200, { "content-encoding": "br" }).end("?");
      }),
    );
    for (const path of ["/raw", "/gzip", "/br", "/headers"]) {
      const result = await egressTo(server.port).get(urlOf(HOST, path), LIMITS);
      expect(result, path).toMatchObject({ failure: "bad-response", ours: false });
    }
  });
});

describe("slow and endless servers", () => {
  const deadlines = { connectMs: 300, headersMs: 300, bodyMs: 300, totalMs: 800 };
  let stalled: LoopbackServer;
  let slowHeaders: LoopbackServer;
  let slowBody: LoopbackServer;
  let endless: LoopbackServer;
  beforeAll(async () => {
    stalled = await listening(createServer(socket => socket.resume()));
    slowHeaders = await serveHttps(good, request => {
      const timer = drip(text => request.socket.write(text), "H");
      request.socket.on("close", () => clearInterval(timer));
    });
    slowBody = await serveHttps(good, (_request, response) => {
      response.writeHead(200);
      const timer = drip(text => response.write(text), "x");
      response.on("close", () => clearInterval(timer));
    });
    endless = await serveHttps(good, (_request, response) => {
      response.writeHead(200);
      const pour = () => {
        while (response.write(Buffer.alloc(16_384)));
      };
      response.on("drain", pour);
      pour();
    });
  });
  afterAll(() => Promise.all([stalled, slowHeaders, slowBody, endless].map(server => server.close())));

  it.each([
    ["a TLS handshake that never ends", () => stalled],
    ["a body of one octet at a time", () => slowBody],
  ] as const)("gives up on %s", async (_name, server) => {
    const started = performance.now();
    const result = await egressTo(server().port, { deadlines }).get(urlOf(HOST), LIMITS);
    expect(result).toMatchObject({ failure: "timeout", ours: true });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("ends headers that drip without end", async () => {
    const result = await egressTo(slowHeaders.port, { deadlines }).get(urlOf(HOST), LIMITS);
    expect(result.ok).toBe(false);
    expect(result.ms).toBeLessThan(1000);
  });

  it("ends a body without end at the byte cap", async () => {
    const result = await egressTo(endless.port).get(urlOf(HOST), LIMITS);
    expect(result).toMatchObject({ failure: "too-large" });
  });

  it("holds two connections to one host and still answers for another while a hundred wait", async () => {
    const certificate = authority.issue({ names: ["other.example.com"] });
    const quick = await opened(serveHttps(certificate, (_request, response) => response.end("x")));
    const slow = egressTo(stalled.port, { deadlines });
    const waiting = Array.from({ length: 100 }, () => slow.get(urlOf(HOST), LIMITS));
    expect(await egressTo(quick.port).get(urlOf("other.example.com"), LIMITS)).toMatchObject({ ok: true });
    const started = performance.now();
    const results = await Promise.all(waiting);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(new Set(results.map(result => !result.ok && result.failure))).toEqual(new Set(["timeout"]));
    // Two, and the two before them whose end the server may not have seen yet.
    expect(stalled.mostAtOnce()).toBeLessThanOrEqual(4);
  });
});
