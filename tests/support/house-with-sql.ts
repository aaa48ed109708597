import { Client } from "pg";
import { freshDatabase } from "./fresh-database.ts";
import { openTestHouse, type TestHouse, type TestHouseOptions } from "./test-house.ts";

/** A house, and a way to look into its tables without it. */
export interface HouseWithSql {
  readonly house: TestHouse;
  readonly sql: Client;
  readonly url: string;
  close(): Promise<void>;
}

/** Opens a house on a fresh database of the server at that address. */
export async function houseWithSql(
  serverUrl: string,
  options: Omit<TestHouseOptions, "url"> = {},
): Promise<HouseWithSql> {
  const url = await freshDatabase(serverUrl);
  const house = await openTestHouse({ ...options, url });
  const sql = new Client({ connectionString: url });
  await sql.connect();
  return {
    house,
    sql,
    url,
    async close() {
      await sql.end();
      await house.close();
    },
  };
}
