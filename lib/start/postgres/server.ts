import { spawn } from "node:child_process";
import { open, readFile, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../free-port.ts";
import { StartError } from "../start-error.ts";
import { initialiseCluster, SUPERUSER } from "./initialise.ts";
import type { PostgresPlace } from "./place.ts";
import { findRunning, isAlive, readPostmasterPid, stopPostmaster } from "./process.ts";

export interface PostgresServer {
  readonly url: string;
  readonly port: number;
  /** It ran already: an earlier start was killed and left it behind. */
  readonly adopted: boolean;
  /** Resolves when the server has ended, wanted or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  readonly place: PostgresPlace;
  readonly password: string;
  readonly logFile: string;
  /** Keeps the address of a server that went away. */
  readonly port?: number;
}

const READY_MS = 60_000;
const POLL_MS = 20;
const LOG_LIMIT_BYTES = 10_000_000;

/** Starts the server on this data directory, or takes over the one that an earlier start left running. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { place, password } = options;
  const left = await findRunning(place.dataDir);
  if (left !== null) {
    if (left.status === "ready") return serverOf(left.pid, left.port, { password, adopted: true });
    await stopPostmaster(left.pid);
  }
  await initialiseCluster(place, password);
  const port = options.port ?? (await freePort());
  const pid = await launch(options, port);
  return serverOf(pid, port, { password, adopted: false });
}

/** Starts the process and waits until it takes connections; resolves with its id. */
async function launch({ place, logFile }: PostgresOptions, port: number): Promise<number> {
  const size = await stat(logFile).then(
    ({ size: bytes }) => bytes,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await truncate(logFile);
  const log = await open(logFile, "a");
  const logStart = (await log.stat()).size;
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: "64MB",
    log_min_messages: "warning",
  };
  const child = spawn(
    join(place.nativeDir, "bin", "postgres"),
    [
      "-D",
      place.dataDir,
      "-p",
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    // A group of its own: Ctrl-C in the terminal must not reach it before the programs that use it have ended.
    { ...place.runAs, cwd: "/", detached: true, stdio: ["ignore", log.fd, log.fd] },
  );
  child.unref();
  await log.close();
  const failed = new Promise<never>((_resolve, reject) => child.once("error", reject));
  failed.catch(() => {});
  const deadline = performance.now() + READY_MS;
  while (performance.now() < deadline) {
    await Promise.race([sleep(POLL_MS), failed]);
    if (child.exitCode !== null || child.signalCode !== null) throw await didNotStart(logFile, logStart);
    const noted = await readPostmasterPid(place.dataDir);
    if (noted?.pid === child.pid && noted?.status === "ready") return noted.pid;
  }
  throw await didNotStart(logFile, logStart);
}

async function didNotStart(logFile: string, logStart: number): Promise<StartError> {
  const said = (await readFile(logFile)).subarray(logStart).toString();
  const reason = said.split("\n").findLast(line => /FATAL|PANIC|rror/.test(line)) ?? "it said nothing";
  return new StartError(`The embedded PostgreSQL did not start (${reason.trim()}); its log is ${logFile}.`);
}

function serverOf(
  pid: number,
  port: number,
  { password, adopted }: { password: string; adopted: boolean },
): PostgresServer {
  return {
    url: `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`,
    port,
    adopted,
    ended: untilGone(pid),
    stop: () => stopPostmaster(pid),
  };
}

const WATCH_MS = 500;

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(WATCH_MS, undefined, { ref: false });
}
