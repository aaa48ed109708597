import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";

/** Runs statements on the same connection, and so in the same transaction, as a handle. */
export interface SqlExecutor {
  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: readonly unknown[] }>;
}

/** The handle as the queue wants it: a job enqueued through this stands and falls with the transaction. */
export const sqlOf = (db: Db): SqlExecutor => ({
  async executeSql(text, values = []) {
    return { rows: await prismaOf(db).$queryRawUnsafe<readonly unknown[]>(text, ...values) };
  },
});
