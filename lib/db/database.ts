import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client.ts";
import type { Db } from "./handle.ts";
import { handleOf } from "./handle.ts";
import { DatabaseUnavailable, isConnectionFailure } from "./unavailable.ts";

export interface Database {
  /** For single statements, each its own transaction. */
  readonly db: Db;
  /**
   * Runs the work in one transaction; an exception rolls all of it back. Never holds across the network. Work that
   * moves megabytes may ask for more than the usual five seconds.
   */
  transaction<Value>(work: (db: Db) => Promise<Value>, longest?: { readonly ms: number }): Promise<Value>;
  /** Resolves when the database answers, else throws `DatabaseUnavailable`. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly poolSize?: number;
  readonly applicationName?: string;
  /** The longest that a statement may stay without an answer: a server that froze is as gone as one that stopped. */
  readonly answerMs?: number;
}

const CONNECT_TIMEOUT_MS = 5_000;
const ANSWER_TIMEOUT_MS = 60_000;

/** Opens a pool of connections, lazily: a database that is down shows with the first query. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const adapter = new PrismaPg({
    connectionString: url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: options.answerMs ?? ANSWER_TIMEOUT_MS,
    application_name: options.applicationName ?? "mailtriage",
  });
  const plain = new PrismaClient({ adapter, transactionOptions: { maxWait: CONNECT_TIMEOUT_MS } });
  const client = plain.$extends({
    query: { $allOperations: ({ args, query }) => withConnectionErrors(() => query(args)) },
  });
  return {
    db: handleOf(client),
    transaction: (work, longest) =>
      withConnectionErrors(() =>
        client.$transaction(tx => work(handleOf(tx)), longest === undefined ? {} : { timeout: longest.ms }),
      ),
    ping: async () => {
      await client.$queryRaw`SELECT 1`;
    },
    close: () => plain.$disconnect(),
  };
}

/**
 * The same database seen from inside an open transaction: whatever is asked, and every transaction that would be
 * opened, belongs to it. Verbs become parts of a larger whole this way without knowing it.
 */
export const insideTransaction = (database: Database, db: Db): Database => ({
  ...database,
  db,
  transaction: work => work(db),
});

async function withConnectionErrors<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    throw isConnectionFailure(error) ? new DatabaseUnavailable(error) : error;
  }
}
