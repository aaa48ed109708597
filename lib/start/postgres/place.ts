import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, chown, cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** The user a server runs as; null for the one who started us. */
export type RunAs = { readonly uid: number; readonly gid: number } | null;

export interface PostgresPlace {
  readonly nativeDir: string;
  readonly dataDir: string;
  readonly runAs: RunAs;
}

const SYSTEM_DIR = "/var/lib/mailtriage";

/**
 * Where the server runs from and keeps its data. PostgreSQL refuses to run as root; then it runs as `nobody`,
 * in place where that user can get at both folders, else from a copy under /var/lib/mailtriage.
 */
export async function choosePlace(wanted: {
  readonly nativeDir: string;
  readonly dataDir: string;
}): Promise<PostgresPlace> {
  const dataDir = resolve(wanted.dataDir);
  if (process.getuid?.() !== 0) return { ...wanted, dataDir, runAs: null };
  const runAs = await nobody();
  const home = join(SYSTEM_DIR, createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
  return {
    runAs,
    nativeDir: runsAs(wanted.nativeDir, runAs) ? wanted.nativeDir : await copyNative(wanted.nativeDir, home),
    dataDir: (await canBeReached(dirname(dataDir))) ? dataDir : join(home, "postgres"),
  };
}

/** Makes a directory that belongs to the user the server runs as, and to nobody else. */
export async function ownDirectory(path: string, runAs: RunAs): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (runAs !== null) await chown(path, runAs.uid, runAs.gid);
}

async function nobody(): Promise<NonNullable<RunAs>> {
  const accounts = await readFile("/etc/passwd", "utf8").catch(() => "");
  const fields = accounts
    .split("\n")
    .find(line => line.startsWith("nobody:"))
    ?.split(":");
  return { uid: Number(fields?.[2] ?? 65_534), gid: Number(fields?.[3] ?? 65_534) };
}

const runsAs = (nativeDir: string, user: NonNullable<RunAs>): boolean =>
  spawnSync(join(nativeDir, "bin", "postgres"), ["--version"], { ...user, stdio: "ignore" }).status === 0;

/** Whether any user may walk down to the directory. */
async function canBeReached(directory: string): Promise<boolean> {
  for (let path = directory; ; path = dirname(path)) {
    const { mode } = await stat(path);
    if ((mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

async function copyNative(from: string, home: string): Promise<string> {
  const to = join(home, "native");
  const stamp = join(home, "native-version");
  const version = await readFile(join(from, "..", "package.json"), "utf8");
  if ((await readFile(stamp, "utf8").catch(() => "")) === version) return to;
  await rm(to, { recursive: true, force: true });
  await mkdir(home, { recursive: true, mode: 0o755 });
  await cp(from, to, { recursive: true, verbatimSymlinks: true });
  await openForAll(to);
  await writeFile(stamp, version);
  return to;
}

async function openForAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await openForAll(path);
    else if (entry.isFile())
      await chmod(path, (await stat(path)).mode | 0o444 | (entry.parentPath.endsWith("bin") ? 0o111 : 0));
  }
}
