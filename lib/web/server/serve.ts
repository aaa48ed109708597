import { createServer } from "node:http";
import type { AddressBlock } from "#lib/values/ip-address.ts";
import { settleForwarded } from "./forwarded.ts";

export interface ServeOptions {
  readonly dev: boolean;
  readonly host: string;
  readonly port: number;
  readonly trusted: readonly AddressBlock[];
}

/** How long open requests may take when the process has to end; streams never end by themselves. */
const GRACE_MS = 1_000;
/** Longer than the usual proxy keeps an idle connection, so that it is never us who closes one in use. */
const KEEP_ALIVE_MS = 75_000;

/**
 * Serves the pages. Next's own server believes every X-Forwarded-For; this one settles it first and is
 * otherwise the same. Resolves, once it listens, with the way to end it.
 */
export async function serve({ dev, host, port, trusted }: ServeOptions): Promise<{ close(): Promise<void> }> {
  const { default: next } = await import("next");
  const app = next({ dev, hostname: host, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    settleForwarded(request.headers, { peer: request.socket.remoteAddress, trusted });
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
