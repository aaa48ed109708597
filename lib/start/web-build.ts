import { readFile, rm, writeFile } from "node:fs/promises";
import { compressFiles } from "#lib/web/brotli-files.ts";
import { runTool } from "./run-tool.ts";
import { sourceHash } from "./source-hash.ts";

const STAMP = ".next/made-from";

/** Everything that ends up in the pages. */
const SOURCES = [
  "app",
  "components",
  "data",
  "lib",
  "prisma/schema.prisma",
  "public",
  "proxy.ts",
  "instrumentation-client.ts",
  "next.config.ts",
  "postcss.config.mjs",
  ".browserslistrc",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const NOT_SOURCES = ["lib/start", "lib/cli", "lib/worker", "lib/db/generated"];

/** Builds the pages where they are missing or older than their sources; true when it had to. */
export async function ensureWebBuild(onStart: () => void, signal?: AbortSignal): Promise<boolean> {
  const hash = await sourceHash(SOURCES, NOT_SOURCES);
  if ((await readFile(STAMP, "utf8").catch(() => "")) === hash) return false;
  onStart();
  await rm(STAMP, { force: true });
  await runTool(["node_modules/next/dist/bin/next", "build"], {
    env: { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
    onFailure: "The web pages could not be built:",
    ...(signal === undefined ? {} : { signal }),
  });
  await compressFiles(".next/static");
  await writeFile(STAMP, hash);
  return true;
}
