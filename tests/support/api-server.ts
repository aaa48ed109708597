import { globSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { NextRequest } from "next/server";
import type { Settings } from "#lib/composition.ts";
import type { ApiHandler } from "#lib/web/api-route.ts";
import { settleForwarded } from "#lib/web/server/forwarded.ts";
import { parseAddressBlock } from "#lib/values/ip-address.ts";
import { proxy } from "../../proxy.ts";
import type { TestHouse } from "./test-house.ts";

export interface ApiServer {
  /** Without a final slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** The real routes of the API on a real socket, without the build; a header may say where a request comes from. */
export async function startApiServer(house: TestHouse, settings: Partial<Settings> = {}): Promise<ApiServer> {
  const shared = globalThis as { [HOUSE]?: unknown };
  shared[HOUSE] = { ...house, settings: { ...SETTINGS, ...settings } };
  const routes = await loadRoutes();
  const trusted = [parseAddressBlock("127.0.0.1")].flatMap(block => block ?? []);
  const server = createServer((incoming, outgoing) => {
    settleForwarded(incoming.headers, { peer: incoming.socket.remoteAddress, trusted });
    answer(routes, incoming, outgoing).catch(error => outgoing.destroy(error));
  });
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

const HOUSE = Symbol.for("mailtriage.house");

const SETTINGS: Settings = {
  publicUrl: "https://mailtriage.example.com",
  workerConcurrency: 1,
  signIn: { google: null, github: null, entra: null },
  anonymousApi: true,
};

interface Route {
  readonly pattern: RegExp;
  readonly handlers: Readonly<Record<string, ApiHandler>>;
}

/** Every route file under app/api/v1; fixed names are looked at before parameters, as Next does. */
async function loadRoutes(): Promise<readonly Route[]> {
  const paths = globSync("app/api/v1/**/route.ts").map(file => file.slice("app".length, -"/route.ts".length));
  const sorted = paths.toSorted((one, other) => rank(one) - rank(other) || other.length - one.length);
  return Promise.all(
    sorted.map(async path => ({
      pattern: patternOf(path),
      handlers: await import(/* @vite-ignore */ `${process.cwd()}/app${path}/route.ts`),
    })),
  );
}

const rank = (path: string): number => (path.includes("[[") ? 2 : path.includes("[") ? 1 : 0);

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replace("/[[...path]]", "(?:/.*)?")
      .replace("openapi.json", String.raw`openapi\.json`)
      .replaceAll(/\[(\w+)\]/g, "(?<$1>[^/]+)")}/?$`,
  );

async function answer(
  routes: readonly Route[],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const aborted = new AbortController();
  outgoing.on("close", () => aborted.abort());
  const request = requestOf(incoming, aborted.signal);
  const guarded = proxy(new NextRequest(request.url, { method: request.method, headers: request.headers }));
  const response = guarded.headers.has("x-middleware-next") ? await handled(routes, request) : guarded;
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) return void outgoing.end();
  Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
    .on("error", () => outgoing.destroy())
    .pipe(outgoing);
}

function requestOf(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = "GET", url = "/", headers } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(`http://${headers.host ?? "localhost"}${url}`, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" } : {}),
  } as RequestInit);
}

async function handled(routes: readonly Route[], request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  for (const { pattern, handlers } of routes) {
    const match = pattern.exec(pathname);
    const handler = match === null ? undefined : handlers[request.method];
    if (match === null || handler === undefined) continue;
    // Next has no parameters to give where the address has none.
    const params = match.groups === undefined ? undefined : { ...match.groups };
    return handler(request, { params: Promise.resolve(params) });
  }
  return new Response(null, { status: 404 });
}
