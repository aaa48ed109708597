import { createServer } from "node:http";
import next from "next";
import { loadEnv } from "#lib/env.ts";
import { brotliFiles } from "#lib/web/brotli-files.ts";

/** The web door in production: Next, with scripts and styles as small as they get. Listens on HOST and PORT. */
const { HOST: hostname, PORT: port } = loadEnv();

const app = next({ dev: false, hostname, port });
const [files] = await Promise.all([brotliFiles(".next/static", "/_next/static/"), app.prepare()]);
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  if (!files(request, response)) void handle(request, response);
});
server.listen(port, hostname);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
