import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { SUPERUSER } from "#lib/start/postgres/initialise.ts";

/** The data directory of the house that the browser tests run on. */
export const dataDirectory = (): string => process.env["E2E_DATA_DIR"] ?? "";

/** The address of the embedded database of that house. */
export async function houseDatabaseUrl(): Promise<string> {
  const password = (await readFile(join(dataDirectory(), "postgres.password"), "utf8")).trim();
  // PostgreSQL writes its port into the fourth line.
  const pidFile = await readFile(join(dataDirectory(), "postgres", "postmaster.pid"), "utf8");
  return `postgresql://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${pidFile.split("\n")[3]}/postgres`;
}

/** A connection to it. The caller ends it. */
export async function connectToHouse(): Promise<Client> {
  const client = new Client({ connectionString: await houseDatabaseUrl() });
  await client.connect();
  return client;
}
