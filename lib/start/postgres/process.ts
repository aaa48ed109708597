import { readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { PostmasterPid } from "./postmaster-pid.ts";
import { parsePostmasterPid } from "./postmaster-pid.ts";

const FAST_STOP_MS = 20_000;
const POLL_MS = 20;

/** What the server of that data directory last wrote about itself; null when it has been stopped cleanly. */
export async function readPostmasterPid(dataDir: string): Promise<PostmasterPid | null> {
  const text = await readFile(join(dataDir, "postmaster.pid"), "utf8").catch(() => null);
  return text === null ? null : parsePostmasterPid(text);
}

/** The server that already runs on that data directory. A note left behind by a dead one is taken away. */
export async function findRunning(dataDir: string): Promise<PostmasterPid | null> {
  const noted = await readPostmasterPid(dataDir);
  if (noted === null) return null;
  if (await isPostgresOf(noted.pid, dataDir)) return noted;
  await rm(join(dataDir, "postmaster.pid"), { force: true });
  return null;
}

/** Ends a server: open transactions are rolled back, what was committed is on disk. Waits until it is gone. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, "SIGINT");
  if (await isGone(pid, FAST_STOP_MS)) return;
  signal(pid, "SIGQUIT");
  await isGone(pid, FAST_STOP_MS);
}

/** Waits until the process has ended; false when it has not by then. */
export async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

/** A process that has ended but that nobody has waited for (a container without an init) counts as ended. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isZombie(pid: number): boolean {
  try {
    // proc(5): the state follows the command name, which is in parentheses and may hold anything.
    return /\) Z [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself: what was wanted.
  }
}

/** Process ids are reused: where /proc tells, the process has to be a server of exactly this directory. */
async function isPostgresOf(pid: number, dataDir: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  return commandLine === null || commandLine.split("\0").includes(dataDir);
}
