import { constants } from "node:fs";
import { access, chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { StartError } from "./start-error.ts";

/** Makes the data directory where it is missing and gives its full path. Throws when nothing can be written. */
export async function openDataDirectory(path: string): Promise<string> {
  const directory = resolve(path);
  try {
    await mkdir(directory, { recursive: true, mode: 0o755 });
    await access(directory, constants.W_OK | constants.X_OK);
    await writeFile(join(directory, ".writable"), "");
  } catch (error) {
    const { code = "an unknown error" } = error as NodeJS.ErrnoException;
    throw new StartError(
      `Mailtriage cannot write to ${directory} (${code}); make it writable or set DATA_DIR to another directory.`,
      error,
    );
  }
  return directory;
}

/** A secret of this installation, made with the first start. */
export async function installationSecret(
  directory: string,
  name: string,
  make: () => string,
): Promise<string> {
  const file = join(directory, name);
  const known = await readFile(file, "utf8").catch(() => "");
  if (known.trim() !== "") return known.trim();
  const secret = make();
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return secret;
}
