import { createServer } from "node:http";
import type { AddressBlock } from "#lib/values/ip-address.ts";
import { brotliFiles } from "../brotli-files.ts";
import { replaceFailedPage } from "./failed-page.ts";
import { settleForwarded } from "./forwarded.ts";

export interface ServeOptions {
  readonly dev: boolean;
  readonly host: string;
  readonly port: number;
  readonly trusted: readonly AddressBlock[];
  readonly databaseAnswers: () => Promise<boolean>;
}

/** How long open requests may take when the process has to end; streams never end by themselves. */
const GRACE_MS = 1_000;
/** Longer than the usual proxy keeps an idle connection, so that it is never us who closes one in use. */
const KEEP_ALIVE_MS = 75_000;

/**
 * The web door: Next, but for three things. Next's own server believes every X-Forwarded-For, this one settles
 * them first; scripts and styles leave as small as they get; and a page that failed says why. Resolves, once it
 * listens, with the way to end.
 */
export async function serve(options: ServeOptions): Promise<{ close(): Promise<void> }> {
  const { dev, host, port, trusted, databaseAnswers } = options;
  const { default: next } = await import("next");
  const app = next({ dev, hostname: host, port });
  const [files] = await Promise.all([brotliFiles(".next/static", "/_next/static/"), app.prepare()]);
  const handle = app.getRequestHandler();
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    settleForwarded(request.headers, { peer: request.socket.remoteAddress, trusted });
    if (!dev) {
      if (files(request, response)) return;
      replaceFailedPage(response, databaseAnswers);
    }
    void handle(request, response);
  });
  server.on("upgrade", app.getUpgradeHandler());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    async close() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(timer);
      await app.close();
    },
  };
}
