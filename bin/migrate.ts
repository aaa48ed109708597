import { EnvError, loadEnv } from "#lib/env.ts";
import { startDatabase } from "#lib/start/database.ts";
import { StartError } from "#lib/start/start-error.ts";

/** Brings the database that DATABASE_URL names to the newest tables and queues, and ends. For deployments. */
try {
  const env = loadEnv();
  if (env.DATABASE_URL === undefined)
    throw new EnvError("DATABASE_URL is not set; it names the PostgreSQL to use.");
  await startDatabase({ given: env.DATABASE_URL, dataDirectory: env.DATA_DIR, say: console.log });
  console.log("The database is up to date.");
} catch (error) {
  if (!(error instanceof StartError) && !(error instanceof EnvError)) throw error;
  console.error(error.message);
  process.exit(1);
}
