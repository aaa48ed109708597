import { enableCompileCache } from "node:module";

// Most of a short command's time goes into loading it: what was compiled is kept for the next one. This file alone is
// loaded before that, and is JavaScript so that the compiler of TypeScript need not be.
enableCompileCache();
const [{ processIo }, { runCommandLine }] = await Promise.all([
  import("#lib/cli/process-io.ts"),
  import("#lib/cli/run-command-line.ts"),
]);

// A reader that has seen enough (head, less) ends the command without a complaint.
process.stdout.on("error", error => process.exit("code" in error && error.code === "EPIPE" ? 0 : 1));

process.exitCode = await runCommandLine(process.argv.slice(2), processIo);
