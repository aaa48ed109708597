import { processIo } from "#lib/cli/process-io.ts";
import { runCommandLine } from "#lib/cli/run-command-line.ts";

process.exitCode = await runCommandLine(process.argv.slice(2), processIo);
