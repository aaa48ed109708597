import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startNameServer } from "#lib/dns/name-server/start-name-server.ts";
import { supervise } from "#lib/start/supervise.ts";

/** The house of the browser tests: the real supervisor on an empty data directory, DNS from tests/fixtures/zones. */
const dataDirectory = await mkdtemp(join(tmpdir(), "mailtriage-e2e-"));
await chmod(dataDirectory, 0o711);
const nameServer = await startNameServer({ zones: await readFile("tests/fixtures/zones/e2e.zone", "utf8") });

Object.assign(process.env, {
  // Set and empty: neither a .env file nor the caller decides.
  DATABASE_URL: "",
  DNS_DOH_URL: "",
  SMTP_URL: "",
  PUBLIC_URL: "",
  DATA_DIR: dataDirectory,
  DNS_SERVERS: `${nameServer.address}:${nameServer.port}`,
  SMTP_PROBES: "off",
  HOST: "127.0.0.1",
  PORT: process.env.E2E_PORT,
});
try {
  await supervise({ dev: false, say: line => console.log(line) });
} finally {
  await nameServer.close();
  await rm(dataDirectory, { recursive: true, force: true });
}
process.exit(0);
