import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { PARENT_VARIABLE } from "./follow-parent.ts";
import { isGone } from "./postgres/process.ts";

export interface ChildProgram {
  readonly name: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly logFile: string;
  /** How long it may take to end by itself. */
  readonly graceMs: number;
}

export interface KeptChild {
  /** Ends the program and does not start it again. */
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A program that ran this long was well: the next pause is a short one again. */
const WELL_MS = 60_000;

/** Keeps a program running: whenever it ends, it is started again, after a pause that grows while it fails. */
export function keepRunning(program: ChildProgram, say: (line: string) => void): KeptChild {
  let child: ChildProcess | null = null;
  let pause = FIRST_PAUSE_MS;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;

  function start(): void {
    const startedAt = performance.now();
    child = launch(program, say);
    child.once("close", (code, signal) => {
      child = null;
      if (stopping) return;
      pause =
        performance.now() - startedAt > WELL_MS ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      say(
        `${program.name} ended (${signal ?? `exit code ${code}`}); starting it again. Log: ${program.logFile}`,
      );
      timer = setTimeout(start, pause);
    });
  }

  start();
  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      const pid = child?.pid;
      if (pid === undefined) return;
      signalGroup(pid, "SIGTERM");
      if (!(await isGone(pid, program.graceMs))) signalGroup(pid, "SIGKILL");
      await isGone(pid, 5_000);
    },
  };
}

/** Standard output goes to the log alone, complaints also to the terminal. */
function launch(program: ChildProgram, say: (line: string) => void): ChildProcess {
  const child = spawn(process.execPath, ["--import", END_WITH_PARENT, ...program.args], {
    // A group of its own: Ctrl-C reaches the supervisor alone, which ends everything in order.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...program.env, [PARENT_VARIABLE]: String(process.pid) },
  });
  const log = createWriteStream(program.logFile, { flags: "a" });
  // A log that cannot be written is no reason to end.
  log.on("error", error => say(`${program.name} has no log: ${error.message}`));
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on("line", line => say(`${program.name}: ${line}`));
  }
  child.once("close", () => log.end());
  child.once("error", error => say(`${program.name} cannot be started: ${error.message}`));
  return child;
}

const END_WITH_PARENT = new URL("./end-with-parent.ts", import.meta.url).href;

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended by itself.
  }
}
