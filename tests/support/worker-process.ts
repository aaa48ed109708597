import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export interface WorkerProcess {
  readonly child: ChildProcess;
  /** What it wrote to its log. */
  log(): string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** A worker as production runs it: a process of its own that knows its database and its name server. */
export function startWorkerProcess(env: {
  readonly DATABASE_URL: string;
  readonly DNS_SERVERS: string;
  readonly WORKER_CONCURRENCY?: string;
  readonly AUTH_SECRET?: string;
  readonly SMTP_URL?: string;
  readonly PUBLIC_URL?: string;
}): WorkerProcess {
  const child = spawn(process.execPath, ["bin/worker.ts"], {
    env: { ...process.env, ...env, SMTP_PROBES: "off" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let written = "";
  child.stderr.on("data", chunk => {
    written += String(chunk);
  });
  return {
    child,
    log: () => written,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
    },
  };
}
