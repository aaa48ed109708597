import { measureScans } from "./sizes/measure-scans.ts";
import { measureStorage } from "./sizes/measure-storage.ts";
import { printSizes } from "./sizes/print-sizes.ts";

/**
 * `npm run bench:sizes`: what a million watched domains would take, from what scans and rows take here and now. Prints
 * the tables of docs/scale.md. Real scans over a real name server, stored in a real PostgreSQL.
 */
const scans = await measureScans();
printSizes(scans, await measureStorage(scans.results));
process.exit(0);
