import {
  type ChildProcess,
  spawn,
  spawnSync,
  type SpawnOptionsWithStdioTuple,
  type StdioNull,
  type StdioPipe,
} from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A user without rights: `daemon`, which every system has. PostgreSQL wants its user to have an account. */
export const STRANGER = { uid: 1, gid: 1 };
export type User = { readonly uid: number; readonly gid: number } | null;

/** A fresh clone, with the packages linked in as if they had been installed. */
export function installAt(folder: string, { from, user }: { from: string; user: User }): void {
  run("git", ["clone", "--quiet", "--no-hardlinks", from, folder]);
  if (user !== null) run("chown", ["-R", `${user.uid}:${user.gid}`, folder]);
  run("cp", ["-al", "node_modules", `${folder}/node_modules`]);
}

/** Takes over what a first start made, the data excepted. */
export function takeBuild(from: string, to: string, user: User): void {
  for (const made of [".next", "lib/db/generated"]) {
    run("cp", ["-a", `${from}/${made}`, `${to}/${made}`]);
    if (user !== null) run("chown", ["-R", `${user.uid}:${user.gid}`, `${to}/${made}`]);
  }
}

export function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
}

export interface Started {
  readonly child: ChildProcess;
  output(): string;
  /** Resolves with the address once it is ready; rejects when the program ends before. */
  ready(): Promise<string>;
  /** Sends the signal and resolves with the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  exitCode(): Promise<number | null>;
}

const started = new Set<ChildProcess>();

/** Ends every start that still runs, in order. */
export async function endAll(): Promise<void> {
  for (const child of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, "close");
    child.kill("SIGINT");
    await ended;
  }
  started.clear();
}

/** `npm start` in that folder, as that user, with this Node. */
export function start(
  folder: string,
  {
    user = null,
    env = {},
    nodeArgs = [],
  }: {
    user?: User;
    env?: Readonly<Record<string, string>>;
    nodeArgs?: readonly string[];
  } = {},
): Started {
  const options: SpawnOptionsWithStdioTuple<StdioNull, StdioPipe, StdioPipe> = {
    ...user,
    cwd: folder,
    env: { ...process.env, DATABASE_URL: "", NODE_ENV: "production", HOME: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  };
  const child = spawn(process.execPath, [...nodeArgs, "bin/start.mjs"], options);
  started.add(child);
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", chunk => {
      written += String(chunk);
    });
  }
  const ended = once(child, "close").then(([code]) => code as number | null);
  return {
    child,
    output: () => written,
    async ready() {
      for (;;) {
        const address = /ready: (http\S+)/.exec(written)?.[1];
        if (address !== undefined) return address;
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${written}`);
        await sleep(20);
      }
    },
    async end(signal) {
      child.kill(signal);
      return ended;
    },
    exitCode: () => ended,
  };
}

/** Processes that were started in that folder and still run. */
export function processesOf(folder: string): readonly string[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" });
  return stdout.split("\n").filter(line => {
    const pid = line.trim().split(" ")[0] ?? "";
    return line.includes(folder) || cwdOf(pid).startsWith(folder);
  });
}

function cwdOf(pid: string): string {
  return /^\d+$/.test(pid)
    ? (spawnSync("readlink", [`/proc/${pid}/cwd`], { encoding: "utf8" }).stdout ?? "")
    : "";
}

export const supervisorOf = (folder: string): number =>
  JSON.parse(readFileSync(`${folder}/.data/running.json`, "utf8")).pid;
