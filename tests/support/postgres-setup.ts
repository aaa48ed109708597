import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "#lib/db/migrations.ts";
import { prepareQueues } from "#lib/jobs/boss.ts";
import { scratchPostgres } from "#lib/start/postgres/scratch.ts";
import { TEMPLATE, withDatabase } from "./fresh-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One real PostgreSQL for all integration tests, with a migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await scratchPostgres();
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const template = withDatabase(postgres.url, TEMPLATE);
  await applyMigrations(template, "prisma/migrations");
  await prepareQueues(template);
  project.provide("postgresUrl", postgres.url);
  return () => postgres.dispose();
}
