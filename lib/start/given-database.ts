import { Client } from "pg";
import { reasonOf, StartError } from "./start-error.ts";

const OLDEST_VERSION = 15;
const CONNECT_MS = 10_000;

/** Tries the database that DATABASE_URL names and gives its version; throws one sentence when it is no use. */
export async function checkGivenDatabase(url: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
    const version = rows[0]?.server_version ?? "unknown";
    if (Number.parseInt(version, 10) < OLDEST_VERSION) {
      throw new StartError(
        `The database at ${addressOf(url)} is PostgreSQL ${version}; Mailtriage needs ${OLDEST_VERSION} or newer.`,
      );
    }
    return version;
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `The database that DATABASE_URL names (${addressOf(url)}) cannot be used: ${reasonOf(error)}.`,
      error,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** Host, port and database of the URL, without user and password. */
export function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host || "local socket"}${pathname}`;
}
