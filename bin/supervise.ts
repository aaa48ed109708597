import { StartError } from "#lib/start/start-error.ts";
import { supervise } from "#lib/start/supervise.ts";

/** Started by bin/start.mjs with the pinned Node. */
try {
  await supervise({ dev: process.argv.includes("--dev"), say: line => console.log(line) });
  process.exit(0);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
