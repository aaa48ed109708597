import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { databaseUrlOf, openHouse } from "#lib/composition.ts";
import { loadEnv } from "#lib/env.ts";
import { openQueue } from "#lib/jobs/boss.ts";
import { lazyQueue } from "#lib/jobs/queue.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { followScan } from "#lib/services/scans/follow.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { toServiceError } from "#lib/services/service-error.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import { scanNewsStream } from "#lib/web/scan-news-stream.ts";

/**
 * A web process without pages, as a program: the house of bin/web.ts with its verbs and streams over HTTP, so that it
 * needs no build. It tells its parent the port.
 */
const env = loadEnv();
const url = databaseUrlOf(env);
const house = openHouse(
  env,
  lazyQueue(() => openQueue(url, { role: "producer", onError: () => {} })),
);
const server = createServer((request, response) => {
  answer(request, response).catch(error => {
    const refusal = toServiceError(error);
    const status = refusal === null ? 500 : refusal.code === "limited" ? 429 : 503;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ code: refusal?.code ?? String(error), retryAfter: refusal?.retryAfter }));
  });
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit(0));

/** `POST /scans?domain=...&from=...` and `GET /scans/<id>/events`. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const ctx: ServiceContext = {
    ...house,
    actor: { kind: "visitor", browserKey: searchParams.get("browser") },
    clientAddress: parseIpAddress(searchParams.get("from") ?? ""),
  };
  if (request.method === "POST") {
    const { scan, joined } = await startScan({
      ctx,
      input: { domain: searchParams.get("domain") ?? "" },
    });
    response.writeHead(202, { "content-type": "application/json" });
    response.end(JSON.stringify({ id: scan.id, joined }));
    return;
  }
  const id = pathname.split("/")[2] ?? "";
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const { domain } = await getScan({ ctx, input: { id } });
  const news = followScan({ ctx, input: { id }, signal: gone.signal });
  response.writeHead(200, { "content-type": "text/event-stream" });
  Readable.from(scanNewsStream(news, { domain, signal: gone.signal }))
    .on("error", () => response.destroy())
    .pipe(response);
}
