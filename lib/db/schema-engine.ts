import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Pool } from "pg";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * Prisma's schema engine as WebAssembly from the npm package. Prisma's own command line fetches a native binary
 * from a host that closed networks do not reach; this one needs nothing but the lockfile.
 */
export async function withSchemaEngine<Value>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<Value>,
): Promise<Value> {
  await loadEngine();
  // The engine does not close what it opened; this pool can be.
  const pool = new Pool({ connectionString: databaseUrl, max: 2 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

let loading: Promise<void> | null = null;

const loadEngine = (): Promise<void> => (loading ??= instantiate());

/** The package imports its .wasm file as a module, which bundlers do and Node does behind a warning. */
async function instantiate(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const module = await WebAssembly.compile(await readFile(join(folder, "schema_engine_bg.wasm")));
  const imports = { "./schema_engine_bg.js": bindings } as unknown as WebAssembly.Imports;
  const { exports } = await WebAssembly.instantiate(module, imports);
  const { __wbg_set_wasm, __wbindgen_start } = { ...bindings, ...exports } as unknown as {
    __wbg_set_wasm(wasm: WebAssembly.Exports): void;
    __wbindgen_start(): void;
  };
  // Where a panic of the engine leaves its message.
  let panic = "";
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => (panic = text), get: () => panic },
  });
  __wbg_set_wasm(exports);
  __wbindgen_start();
}
