import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startNameServer } from "#lib/dns/name-server/start-name-server.ts";
import { servePublished } from "./serve-published.ts";
import { supervise } from "#lib/start/supervise.ts";

/** The house of the browser tests: the real supervisor on an empty data directory, DNS from tests/fixtures/zones. */
const dataDirectory = process.env.E2E_DATA_DIR ?? (await mkdtemp(join(tmpdir(), "mailtriage-e2e-")));
await chmod(dataDirectory, 0o711);
const zones = await readFile("tests/fixtures/zones/e2e.zone", "utf8");
const nameServer = await startNameServer({ zones });
const stopServing = servePublished(dataDirectory, more => nameServer.serve(`${zones}\n${more}`));

Object.assign(process.env, {
  // Set and empty: neither a .env file nor the caller decides.
  DATABASE_URL: "",
  DNS_DOH_URL: "",
  SMTP_URL: "",
  PUBLIC_URL: "",
  DATA_DIR: dataDirectory,
  DNS_SERVERS: `${nameServer.address}:${nameServer.port}`,
  SMTP_PROBES: "off",
  WATCH_CONFIRM_SECONDS: "3",
  // Tests come from addresses of their own, so that the limits of one are not those of another.
  TRUST_PROXY: "127.0.0.1",
  LIMIT_WORK_PER_ADDRESS: "1000/hour",
  LIMIT_SCANS_PER_DOMAIN: "off",
  HOST: "127.0.0.1",
  PORT: process.env.E2E_PORT,
});
try {
  await supervise({ dev: false, say: line => console.log(line) });
} finally {
  stopServing();
  await nameServer.close();
  await rm(dataDirectory, { recursive: true, force: true });
}
process.exit(0);
