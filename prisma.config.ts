import { defineConfig } from "prisma/config";

/** Read by Prisma's command line; the running house applies migrations through lib/db/migrate.ts. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
