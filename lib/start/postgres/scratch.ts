import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nativeFolder } from "./binaries.ts";
import { choosePlace } from "./place.ts";
import { startPostgres } from "./server.ts";

export interface ScratchPostgres {
  readonly url: string;
  /** Stops the server and removes everything it stored. */
  dispose(): Promise<void>;
}

/** A real, empty PostgreSQL for tests and tools, in a temporary directory. */
export async function scratchPostgres(): Promise<ScratchPostgres> {
  const directory = await mkdtemp(join(tmpdir(), "mailtriage-postgres-"));
  await chmod(directory, 0o711);
  const place = await choosePlace({
    nativeDir: await nativeFolder(),
    dataDir: join(directory, "postgres"),
  });
  const server = await startPostgres({
    place,
    password: "scratch",
    logFile: join(directory, "postgres.log"),
  });
  return {
    url: server.url,
    async dispose() {
      await server.stop();
      await rm(place.dataDir, { recursive: true, force: true });
      await rm(directory, { recursive: true, force: true });
    },
  };
}
