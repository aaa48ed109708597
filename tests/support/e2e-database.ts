import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { SUPERUSER } from "#lib/start/postgres/initialise.ts";

/** The data directory of the house that the browser tests run on. */
export const dataDirectory = (): string => process.env["E2E_DATA_DIR"] ?? "";

/** A connection to the embedded database of that house. The caller ends it. */
export async function connectToHouse(): Promise<Client> {
  const password = (await readFile(join(dataDirectory(), "postgres.password"), "utf8")).trim();
  // PostgreSQL writes its port into the fourth line.
  const pidFile = await readFile(join(dataDirectory(), "postgres", "postmaster.pid"), "utf8");
  const port = Number(pidFile.split("\n")[3]);
  const client = new Client({ host: "127.0.0.1", port, user: SUPERUSER, password, database: "postgres" });
  await client.connect();
  return client;
}
