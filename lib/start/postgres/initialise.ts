import { spawn } from "node:child_process";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { reasonOf, StartError } from "../start-error.ts";
import type { PostgresPlace, RunAs } from "./place.ts";
import { ownDirectory } from "./place.ts";

export const SUPERUSER = "mailtriage";

/**
 * Makes the database cluster where there is none yet. It is made beside its place and then moved, so that one
 * that was interrupted is simply made again.
 */
export async function initialiseCluster(place: PostgresPlace, password: string): Promise<void> {
  const version = await readFile(join(place.dataDir, "PG_VERSION"), "utf8").catch(() => null);
  if (version !== null) return;
  const fresh = `${place.dataDir}.new`;
  try {
    await rm(fresh, { recursive: true, force: true });
    await mkdir(dirname(fresh), { recursive: true, mode: 0o755 });
    await ownDirectory(fresh, place.runAs);
    await initdb(place, fresh, password);
    await rm(place.dataDir, { recursive: true, force: true });
    await rename(fresh, place.dataDir);
  } catch (error) {
    throw new StartError(`The database could not be created in ${place.dataDir}: ${reasonOf(error)}`, error);
  }
}

async function initdb({ nativeDir, runAs }: PostgresPlace, pgdata: string, password: string): Promise<void> {
  const passwordFile = `${pgdata}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs !== null) await chown(passwordFile, runAs.uid, runAs.gid);
  try {
    await run(join(nativeDir, "bin", "initdb"), runAs, [
      `--pgdata=${pgdata}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // Needs no locale of the system and sorts the same everywhere.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function run(command: string, runAs: RunAs, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...runAs, cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
    let complaint = "";
    child.stderr.on("data", (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", code => {
      if (code === 0) return resolve();
      const reason = complaint.split("\n").find(line => line.includes("error:")) ?? complaint;
      reject(new Error(reason.trim() || `initdb ended with ${code}`));
    });
  });
}
