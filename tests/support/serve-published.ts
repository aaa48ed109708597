import { readFileSync, unwatchFile, watchFile, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What tests publish beside the zones of the house, and what of it is served. */
export const publishedIn = (folder: string): string => join(folder, "published.zone");
export const servedIn = (folder: string): string => join(folder, "served.zone");

/** Has the name server of the house serve what a test publishes. Returns how to stop that. */
export function servePublished(folder: string, serve: (zone: string) => void): () => void {
  const file = publishedIn(folder);
  writeFileSync(file, "");
  watchFile(file, { interval: 100 }, ({ mtimeMs }) => {
    // Told once of a file that is not there.
    if (mtimeMs === 0) return;
    const zone = readFileSync(file, "utf8");
    serve(zone);
    writeFileSync(servedIn(folder), zone);
  });
  return () => unwatchFile(file);
}
