import { ensurePrismaClient } from "#lib/start/prisma-client.ts";
import { StartError } from "#lib/start/start-error.ts";
import { ensureWebBuild } from "#lib/start/web-build.ts";

/** `npm run build`: the database client and the pages, where they are missing or older than their sources. */
try {
  await ensurePrismaClient();
  await ensureWebBuild(() => console.log("Building the pages."));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
