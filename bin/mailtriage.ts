import { processIo } from "#lib/cli/process-io.ts";
import { runCommandLine } from "#lib/cli/run-command-line.ts";

// A reader that has seen enough (head, less) ends the command without a complaint.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

process.exitCode = await runCommandLine(process.argv.slice(2), processIo);
