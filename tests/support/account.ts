import { Client } from "pg";
import { randomToken } from "#lib/values/random-token.ts";

/** Stores an account and answers its id. */
export async function storeAccount(
  databaseUrl: string,
  email = `${randomToken()}@example.com`,
): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const id = randomToken();
  await client.query("INSERT INTO users (id, email) VALUES ($1, $2)", [id, email]);
  await client.end();
  return id;
}
