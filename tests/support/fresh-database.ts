import { Client } from "pg";

export const TEMPLATE = "mailtriage_template";

let made = 0;

/** The address of a new database with all tables and queues and no rows. */
export async function freshDatabase(postgresUrl: string): Promise<string> {
  made += 1;
  const name = `test_${process.pid}_${made}`;
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  await client.end();
  return withDatabase(postgresUrl, name);
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
