// `npm test`: installs what is missing, runs every suite and closes with one line "N passed, N failed".
import { prepare, runPinned } from "./bootstrap.mjs";

prepare();
runPinned("bin/run-tests.ts", process.argv.slice(2));
