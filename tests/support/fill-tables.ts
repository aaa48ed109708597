import type { Client } from "pg";

/** A reference from one table to another. */
interface Reference {
  readonly table: string;
  readonly column: string;
  readonly to: string;
}

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly generated: boolean;
}

export const markOf = (table: string, column: string): string => `mark:${table}:${column}:`;

/**
 * Puts a row of that person into every table that leads to `users`, directly or through others, as the database itself
 * tells. Every text says by a mark which column it is in. Answers the tables; `given` are ids of rows there are.
 */
export async function fillTablesOf(
  sql: Client,
  userId: string,
  given: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const references = await referencesOf(sql);
  const columns = await columnsOf(sql);
  const ids = new Map([["users", userId], ...Object.entries(given)]);
  const filled = new Map<string, string>();
  for (let table = nextOf(references, ids, filled); table !== null; table = nextOf(references, ids, filled)) {
    const id = await insertRow(sql, table, { columns, references, ids });
    filled.set(table, id);
    ids.set(table, id);
  }
  return filled;
}

/** A table that leads to a person and of which everything that it refers to is there. */
function nextOf(
  references: readonly Reference[],
  ids: ReadonlyMap<string, string>,
  filled: ReadonlyMap<string, string>,
): string | null {
  const leading = new Set(["users"]);
  for (let size = 0; size !== leading.size; ) {
    size = leading.size;
    for (const { table, to } of references) if (leading.has(to)) leading.add(table);
  }
  const ready = [...leading].find(
    table =>
      !ids.has(table) &&
      !filled.has(table) &&
      references.every(
        reference => reference.table !== table || ids.has(reference.to) || reference.to === table,
      ),
  );
  return ready ?? null;
}

async function insertRow(
  sql: Client,
  table: string,
  world: {
    readonly columns: readonly Column[];
    readonly references: readonly Reference[];
    readonly ids: ReadonlyMap<string, string>;
  },
): Promise<string> {
  const own = world.columns.filter(column => column.table === table && !column.generated);
  const values = own.map(column => {
    const reference = world.references.find(one => one.table === table && one.column === column.name);
    return reference === undefined ? valueFor(column) : (world.ids.get(reference.to) ?? null);
  });
  const names = own.map(({ name }) => `"${name}"`).join(", ");
  const places = own.map((_, n) => `$${n + 1}`).join(", ");
  await sql.query(`INSERT INTO "${table}" (${names}) VALUES (${places})`, values);
  const at = own.findIndex(({ name }) => name === "id");
  return String(values[at] ?? "");
}

let made = 0;

function valueFor({ table, name, type }: Column): unknown {
  made += 1;
  // The export walks by id, so that an id is one like others.
  if (name === "id") return `${made}`.padStart(22, "0");
  switch (type) {
    case "text":
      return `${markOf(table, name)}${made}`;
    case "json":
    case "jsonb":
      return JSON.stringify({ mark: markOf(table, name) });
    case "ARRAY":
      return [`${markOf(table, name)}`];
    case "bytea":
      return Buffer.from([1]);
    case "boolean":
      return false;
    case "timestamp with time zone":
      return new Date();
    default:
      return 1;
  }
}

async function referencesOf(sql: Client): Promise<readonly Reference[]> {
  const { rows } = await sql.query(
    `SELECT child.relname AS "table", a.attname AS "column", parent.relname AS "to"
     FROM pg_constraint AS c
     JOIN pg_class AS child ON child.oid = c.conrelid JOIN pg_class AS parent ON parent.oid = c.confrelid
     JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  return rows;
}

async function columnsOf(sql: Client): Promise<readonly Column[]> {
  const { rows } = await sql.query(
    `SELECT table_name AS "table", column_name AS name, data_type AS type,
      (is_identity = 'YES' OR column_default LIKE 'nextval%') IS TRUE AS generated
     FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`,
  );
  return rows;
}
