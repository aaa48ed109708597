// `npm start`: everything that is missing is made, then the house runs until Ctrl-C.
import { prepare, runPinned } from "./bootstrap.mjs";

prepare();
runPinned("bin/supervise.ts", process.argv.slice(2));
