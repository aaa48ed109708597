import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pendingSchemaChange } from "#lib/db/schema-change.ts";
import { scratchPostgres } from "#lib/start/postgres/scratch.ts";

/** `npm run db:migration -- add-something`: writes the SQL that leads from the last migration to the schema. */
const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z][a-z0-9_-]*$/.test(name)) {
  console.error("Usage: npm run db:migration -- name-in-lower-case");
  process.exit(2);
}

const postgres = await scratchPostgres();
const change = await pendingSchemaChange("prisma", postgres.url).finally(() => postgres.dispose());
if (change === null) {
  console.error("prisma/schema.prisma is what the last migration leads to.");
  process.exit(1);
}
const timestamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
const folder = join("prisma", "migrations", `${timestamp}_${name}`);
await mkdir(folder, { recursive: true });
await writeFile(join(folder, "migration.sql"), change.sql);
await writeFile(join(folder, "schema.prisma"), change.schema);
await writeFile(join("prisma", "migrations", "migration_lock.toml"), 'provider = "postgresql"\n');
console.log(folder);
