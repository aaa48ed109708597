import { afterEach, expect, it } from "vitest";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { createEgress } from "#lib/net/https-egress.ts";
import { certificateAuthority } from "../../support/certificates.ts";
import { type LoopbackServer, serveHttps } from "./loopback-https.ts";

/** Where the status is what counts, no body can make a delivery that arrived look like one that did not. */

const HOST = "hooks.example.com";
const authority = certificateAuthority();
const certificate = authority.issue({ names: [HOST] });
const resolver = zoneResolver("$ORIGIN example.com.\n@ SOA ns hostmaster 1 1 1 1 1\nhooks A 127.0.0.1\n");

let server: LoopbackServer;
afterEach(() => server.close());

type Respond = Parameters<typeof serveHttps>[1];

async function post(respond: Respond) {
  server = await serveHttps(certificate, respond);
  const egress = createEgress({
    resolver,
    isAllowed: () => true,
    ca: authority.cert,
    port: server.port,
    deadlines: { bodyMs: 300 },
  });
  const request = { method: "POST", body: Buffer.from("{}") } as const;
  const limits = { maxBytes: 16, totalMs: 3_000, cutBody: true };
  const result = await egress.request(new URL(`https://${HOST}/`), request, limits);
  return result.ok ? { ...result, body: Buffer.from(result.body).toString() } : result;
}

it.each<[string, Respond, string]>([
  ["longer than wanted", (_request, response) => response.end("x".repeat(100_000)), "x".repeat(16)],
  ["never ending", (_request, response) => void response.write("begun"), "begun"],
  ["broken off", (_request, response) => response.write("begun", () => response.destroy()), "begun"],
  ["none", (_request, response) => response.end(), ""],
])("a body that is %s", async (_name, respond, body) => {
  expect(await post(respond)).toMatchObject({ ok: true, status: 200, body });
});

it("tells when to come again", async () => {
  const result = await post((_request, response) => response.writeHead(429, { "retry-after": "120" }).end());
  expect(result).toMatchObject({ ok: true, status: 429, retryAfter: "120" });
});

it("no answer at all is a failure still", async () => {
  expect(await post(request => request.socket.destroy())).toMatchObject({ ok: false });
});
