import { UsageError } from "./dns-arguments.ts";
import type { CliIo } from "./io.ts";
import { EXIT } from "./io.ts";

type Command = (args: string[], io: CliIo) => Promise<number>;

/** Each command is loaded when it is called, so that a quick one is not slowed by the others. */
const COMMANDS: { readonly [name: string]: { readonly about: string; load(): Promise<Command> } } = {
  scan: {
    about:
      "scan domains: [--json] [--dns-only] [--concurrency N] [--fail-on warn|fail] [--selector S] [--address IP] DOMAIN... | -",
    load: async () => (await import("./commands/scan.ts")).scanCommand,
  },
  bounce: {
    about: "explain bounces: [--json] [--no-dns] FILE... | -",
    load: async () => (await import("./commands/bounce.ts")).bounceCommand,
  },
  spf: {
    about: 'evaluate SPF: --jsonl, with {"ip","mailFrom","helo"} per line on standard input',
    load: async () => (await import("./commands/spf.ts")).spfCommand,
  },
  dmarc: {
    about: "discover DMARC policies: [--json] DOMAIN...",
    load: async () => (await import("./commands/dmarc.ts")).dmarcCommand,
  },
  checks: {
    about: "list every check with its outcomes: [--json]",
    load: async () => (await import("./commands/checks.ts")).checksCommand,
  },
  replay: {
    about: "judge stored evidence again: FILE... | - (output of scan --json)",
    load: async () => (await import("./commands/replay.ts")).replayCommand,
  },
};

const USAGE = [
  "Usage: mailtriage COMMAND [OPTIONS]",
  "",
  ...Object.entries(COMMANDS).map(([name, { about }]) => `  ${name.padEnd(8)}${about}`),
  "",
  "All commands that ask DNS take [--dns HOST[:PORT][,...]] [--doh URL] [--timeout MS].",
].join("\n");

/** Runs one command line and gives its exit code. Results go to standard output, everything else to error. */
export async function runCommandLine(args: readonly string[], io: CliIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help") {
    io.stdout(USAGE);
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    io.stderr(`There is no command "${name}".\n\n${USAGE}`);
    return EXIT.usage;
  }
  try {
    return await (await command.load())(rest, io);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    io.stderr(error.message);
    return EXIT.usage;
  }
}

/** Our own, or that of `parseArgs` of node:util. */
const isUsageError = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
