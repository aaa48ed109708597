import { enableCompileCache } from "node:module";

// Most of a short command's time goes into loading it: what was compiled is kept for the next one.
enableCompileCache();
const [{ processIo }, { runCommandLine }] = await Promise.all([
  import("#lib/cli/process-io.ts"),
  import("#lib/cli/run-command-line.ts"),
]);

// A reader that has seen enough (head, less) ends the command without a complaint.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

process.exitCode = await runCommandLine(process.argv.slice(2), processIo);
