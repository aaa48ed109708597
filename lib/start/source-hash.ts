import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** SHA-256 over the names and contents of these files and, recursively, directories. Missing ones are fine. */
export async function sourceHash(paths: readonly string[], ignored: readonly string[] = []): Promise<string> {
  const files = (await Promise.all(paths.map(path => filesBelow(path, ignored)))).flat().toSorted();
  const contents = await Promise.all(files.map(file => readFile(file).catch(() => "")));
  const hash = createHash("sha256");
  files.forEach((file, at) =>
    hash
      .update(`${file}\0`)
      .update(contents[at] ?? "")
      .update("\0"),
  );
  return hash.digest("hex");
}

async function filesBelow(path: string, ignored: readonly string[]): Promise<readonly string[]> {
  if (ignored.includes(path)) return [];
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  const found = await Promise.all(
    entries.map(entry => {
      const child = join(path, entry.name);
      return entry.isDirectory() ? filesBelow(child, ignored) : [child];
    }),
  );
  return found.flat();
}
