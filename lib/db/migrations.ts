import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Client } from "pg";
import { withSchemaEngine } from "./schema-engine.ts";

/** Tables of others in the same database are none of our business. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * Brings the database to the newest migration of that directory and returns the names of those applied. Writes
 * the usual `_prisma_migrations`. Throws with the engine's words when history and directory disagree.
 */
export async function applyMigrations(databaseUrl: string, directory: string): Promise<readonly string[]> {
  const migrations = await readMigrations(directory);
  if (await isUpToDate(databaseUrl, migrations)) return [];
  return withSchemaEngine(databaseUrl, async engine => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrations,
      filters: NO_FILTER,
    });
    return appliedMigrationNames;
  });
}

/** The migrations of a directory as the schema engine takes them. */
export async function readMigrations(directory: string): Promise<MigrationList> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.flatMap(entry => (entry.isDirectory() ? [entry.name] : [])).toSorted();
  const lockfile = await readFile(join(directory, "migration_lock.toml"), "utf8").catch(() => null);
  return {
    baseDir: directory,
    lockfile: { path: "migration_lock.toml", content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async name => {
        const sql = await readFile(join(directory, name, "migration.sql"), "utf8");
        return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } } };
      }),
    ),
  };
}

/** A quick look before the engine is loaded: every migration is there, finished, with this very text. */
async function isUpToDate(databaseUrl: string, { migrationDirectories }: MigrationList): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows: tables } = await client.query(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
    );
    if (!tables[0].there) return false;
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const applied = new Map(rows.map(row => [row.migration_name, row.checksum]));
    return migrationDirectories.every(({ path, migrationFile: { content } }) => {
      return content.tag === "ok" && applied.get(path) === sha256(content.value);
    });
  } finally {
    await client.end();
  }
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
