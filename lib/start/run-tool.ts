import { spawn } from "node:child_process";
import { StartError } from "./start-error.ts";

const SHOWN_LINES = 25;

export interface ToolOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly onFailure: string;
  /** Ends the program. */
  readonly signal?: AbortSignal;
}

/** Runs a Node program of node_modules to its end; when it fails, the sentence is followed by its last words. */
export function runTool(
  args: readonly string[],
  { env = {}, onFailure, signal }: ToolOptions,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
      ...(signal === undefined ? {} : { signal }),
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-100_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("close", code => {
      if (code === 0) return resolve();
      const lines = output.trim().split("\n").slice(-SHOWN_LINES);
      reject(new StartError([onFailure, ...lines].join("\n")));
    });
  });
}
