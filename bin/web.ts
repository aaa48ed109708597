import { databaseUrlOf, house } from "#lib/composition.ts";
import { type Env, EnvError, loadEnv } from "#lib/env.ts";
import { serve } from "#lib/web/server/serve.ts";

/** `npm run web`: serves the pages that `npm run build` made, in as many processes as there are. `--dev`: from sources. */
const dev = process.argv.includes("--dev");

try {
  const env = loadEnv();
  databaseUrlOf(env);
  if (env.AUTH_SECRET === undefined) {
    throw new EnvError(
      "AUTH_SECRET is not set; it has to be the same for every process of this installation.",
    );
  }
  tellNext(env);
  const server = await serve({
    dev,
    host: env.HOST,
    port: env.PORT,
    trusted: env.TRUST_PROXY,
    databaseAnswers: () =>
      house()
        .database.ping()
        .then(
          () => true,
          () => false,
        ),
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      await server.close();
      process.exit(0);
    });
  }
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** What Next and next-auth read from the environment alone. Forwarded hosts are settled before they see them. */
function tellNext({ PUBLIC_URL }: Env): void {
  Object.assign(process.env, {
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    ...(PUBLIC_URL === undefined ? { AUTH_TRUST_HOST: "1" } : { NEXTAUTH_URL: new URL(PUBLIC_URL).origin }),
  });
}
