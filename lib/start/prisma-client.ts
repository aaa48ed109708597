import { readFile, writeFile } from "node:fs/promises";
import { runTool } from "./run-tool.ts";
import { sourceHash } from "./source-hash.ts";

const STAMP = "lib/db/generated/.made-from";

/** Generates the Prisma client where it is missing or older than its schema; true when it had to. */
export async function ensurePrismaClient(signal?: AbortSignal): Promise<boolean> {
  const hash = await sourceHash(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  if ((await readFile(STAMP, "utf8").catch(() => "")) === hash) return false;
  await runTool(["node_modules/prisma/build/index.js", "generate"], {
    env: {
      // Generating needs no engine. Naming any file keeps Prisma from fetching one from its own host.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
    onFailure: "The database client could not be generated:",
    ...(signal === undefined ? {} : { signal }),
  });
  await writeFile(STAMP, hash);
  return true;
}
