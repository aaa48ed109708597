import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { NO_FILTER } from "./migrations.ts";
import { withSchemaEngine } from "./schema-engine.ts";

export interface SchemaChange {
  readonly sql: string;
  readonly schema: string;
}

/**
 * The SQL between the schema that the newest migration leads to (a copy lies beside each migration) and the
 * present one; null when there is nothing to do. The engine wants to be connected to some database.
 */
export async function pendingSchemaChange(
  directory: string,
  databaseUrl: string,
): Promise<SchemaChange | null> {
  const schema = await readFile(join(directory, "schema.prisma"), "utf8");
  const before = await newestSchema(join(directory, "migrations"));
  if (before === schema) return null;
  const { stdout } = await withSchemaEngine(databaseUrl, engine =>
    engine.diff({
      from: before === null ? { tag: "empty" } : { tag: "schemaDatamodel", ...container(before) },
      to: { tag: "schemaDatamodel", ...container(schema) },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    }),
  );
  const sql = stdout ?? "";
  return sql.trim() === "" || sql.trim() === EMPTY ? null : { sql, schema };
}

const container = (content: string) => ({ files: [{ path: "schema.prisma", content }] });

const EMPTY = "-- This is an empty migration.";

async function newestSchema(migrations: string): Promise<string | null> {
  const entries = await readdir(migrations).catch(() => []);
  const newest = entries
    .filter(name => /^\d{14}_/.test(name))
    .toSorted()
    .at(-1);
  return newest === undefined ? null : readFile(join(migrations, newest, "schema.prisma"), "utf8");
}
