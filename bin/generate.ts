import { ensurePrismaClient } from "#lib/start/prisma-client.ts";
import { StartError } from "#lib/start/start-error.ts";

/** `npm run generate`: the database client, where it is missing or older than the schema. */
try {
  await ensurePrismaClient();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
