import { join } from "node:path";
import { applyMigrations } from "#lib/db/migrations.ts";
import { prepareQueues } from "#lib/jobs/boss.ts";
import { randomToken } from "#lib/values/random-token.ts";
import { installationSecret } from "./data-directory.ts";
import { addressOf, checkGivenDatabase } from "./given-database.ts";
import { nativeFolder } from "./postgres/binaries.ts";
import { choosePlace } from "./postgres/place.ts";
import { type PostgresOptions, type PostgresServer, startPostgres } from "./postgres/server.ts";
import { reasonOf, StartError } from "./start-error.ts";

export interface RunningDatabase {
  readonly url: string;
  /** For people: what and where. */
  readonly description: string;
  stop(): Promise<void>;
}

export interface DatabaseWish {
  /** DATABASE_URL; the embedded server when it is not set. */
  readonly given: string | undefined;
  readonly dataDirectory: string;
  readonly say: (line: string) => void;
}

/** Brings a database up, embedded or given, with its tables and queues at the newest version. */
export async function startDatabase(wish: DatabaseWish): Promise<RunningDatabase> {
  const database = wish.given === undefined ? await startEmbedded(wish) : await useGiven(wish.given);
  try {
    const applied = await applyMigrations(database.url, "prisma/migrations");
    if (applied.length > 0) wish.say(`Database brought up to date: ${applied.join(", ")}`);
    await prepareQueues(database.url);
    return database;
  } catch (error) {
    await database.stop();
    throw new StartError(`The tables could not be brought up to date: ${reasonOf(error)}`, error);
  }
}

async function useGiven(url: string): Promise<RunningDatabase> {
  const version = await checkGivenDatabase(url);
  return {
    url,
    description: `PostgreSQL ${version} at ${addressOf(url)} (DATABASE_URL)`,
    stop: async () => {},
  };
}

async function startEmbedded({ dataDirectory, say }: DatabaseWish): Promise<RunningDatabase> {
  const place = await choosePlace({
    nativeDir: await nativeFolder(),
    dataDir: join(dataDirectory, "postgres"),
  });
  const password = await installationSecret(dataDirectory, "postgres.password", randomToken);
  const options: PostgresOptions = { place, password, logFile: join(dataDirectory, "postgres.log") };
  let server = await startPostgres(options);
  if (server.adopted) say("Took over the database server that an earlier start left running.");
  let stopping = false;

  /** Whatever ends the server, it comes back at the same address, and its clients find it again. */
  async function guard(watched: PostgresServer): Promise<void> {
    await watched.ended;
    if (stopping) return;
    say("The database server ended; starting it again.");
    try {
      server = await startPostgres({ ...options, port: watched.port });
      void guard(server);
    } catch (error) {
      say(reasonOf(error));
      setTimeout(() => void guard(watched), RETRY_MS);
    }
  }
  void guard(server);

  return {
    url: server.url,
    description: `embedded PostgreSQL in ${place.dataDir} (port ${server.port})`,
    async stop() {
      stopping = true;
      await server.stop();
    },
  };
}

const RETRY_MS = 2_000;
