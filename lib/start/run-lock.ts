import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isAlive, isGone } from "./postgres/process.ts";
import { StartError } from "./start-error.ts";

interface RunNote {
  readonly pid: number;
  /** The process that the supervisor follows to its end. */
  readonly parent: number;
  readonly url: string | null;
}

/** How long a supervisor takes to end after the process that it follows. */
const ENDING_MS = 15_000;

/** One supervisor to a data directory: notes this one, or throws with the address of the one that runs. */
export async function takeRunLock(directory: string): Promise<{
  tell(url: string): Promise<void>;
  release(): Promise<void>;
}> {
  const file = join(directory, "running.json");
  const other = await readNote(file);
  if (other !== null && (await isSupervisor(other.pid))) {
    const ending = !isAlive(other.parent) && (await isGone(other.pid, ENDING_MS));
    if (!ending) {
      const where = other.url === null ? "it is still starting" : other.url;
      throw new StartError(
        `Mailtriage already runs with this data directory (process ${other.pid}): ${where}`,
      );
    }
  }
  const write = (url: string | null) =>
    writeFile(file, JSON.stringify({ pid: process.pid, parent: process.ppid, url } satisfies RunNote));
  await write(null);
  return { tell: write, release: () => rm(file, { force: true }) };
}

async function readNote(file: string): Promise<RunNote | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as RunNote;
  } catch {
    return null;
  }
}

/** Process ids are reused: where /proc tells, it has to be a supervisor. */
async function isSupervisor(pid: number): Promise<boolean> {
  if (!isAlive(pid) || pid === process.pid) return false;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  return commandLine === null || commandLine.includes("supervise.ts");
}
