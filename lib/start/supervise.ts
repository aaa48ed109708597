import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Env, EnvError, loadEnv } from "#lib/env.ts";
import { type ChildProgram, keepRunning } from "./children.ts";
import { randomToken } from "#lib/values/random-token.ts";
import { installationSecret, openDataDirectory } from "./data-directory.ts";
import { startDatabase } from "./database.ts";
import { onParentGone, PARENT_VARIABLE } from "./follow-parent.ts";
import { nextFreePort } from "./free-port.ts";
import { untilGreen } from "./health.ts";
import { ensurePrismaClient } from "./prisma-client.ts";
import { takeRunLock } from "./run-lock.ts";
import { StartError } from "./start-error.ts";
import { summary } from "./summary.ts";
import { ensureWebBuild } from "./web-build.ts";

const GREEN_WITHIN_MS = 90_000;

export interface SuperviseOptions {
  /** Pages from their sources with reloading, instead of a production build. */
  readonly dev: boolean;
  readonly say: (line: string) => void;
}

/**
 * The whole house under one process: database, web and worker, until a signal or the end of the process that
 * started this one. Resolves when everything has been stopped. Throws StartError with a sentence for people.
 */
export async function supervise({ dev, say }: SuperviseOptions): Promise<void> {
  const startedAt = performance.now();
  const env = readVariables();
  const dataDirectory = await openDataDirectory(env.DATA_DIR);
  const lock = await takeRunLock(dataDirectory);
  const end = endSignal(say);
  const stops: (() => Promise<void>)[] = [lock.release];
  try {
    if (await ensurePrismaClient(end.signal)) say("Generated the database client.");
    const database = await startDatabase({ given: env.DATABASE_URL, dataDirectory, say });
    stops.unshift(database.stop);
    const onBuild = () => say("Building the pages; this takes a moment after a change.");
    if (!dev) await ensureWebBuild(onBuild, end.signal);
    const port = await choosePort(env, say);
    const url = `http://${env.HOST === "127.0.0.1" || env.HOST === "0.0.0.0" ? "localhost" : env.HOST}:${port}`;
    const logs = join(dataDirectory, "logs");
    await mkdir(logs, { recursive: true });
    if (!end.signal.aborted) {
      const shared = {
        DATABASE_URL: database.url,
        DATA_DIR: dataDirectory,
        PORT: String(port),
        HOST: env.HOST,
        AUTH_SECRET: env.AUTH_SECRET ?? (await installationSecret(dataDirectory, "auth.secret", twoTokens)),
      };
      const children = programs({ dev, shared, logs }).map(program => keepRunning(program, say));
      stops.unshift(async () => void (await Promise.all(children.map(child => child.stop()))));
      const health = await untilGreen(`${url}/api/health`, GREEN_WITHIN_MS, end.signal);
      if (!health.green && !end.signal.aborted) {
        throw new StartError(
          `Mailtriage started, but is not well: ${health.reason}; see the logs in ${logs}.`,
        );
      }
    }
    if (!end.signal.aborted) {
      await lock.tell(url);
      say(
        summary({
          url,
          env,
          database: database.description,
          seconds: (performance.now() - startedAt) / 1000,
        }),
      );
    }
    await end.happened;
  } catch (error) {
    // What a signal interrupted has not failed.
    if (!end.signal.aborted) throw error;
  } finally {
    for (const stop of stops) await stop();
  }
}

const twoTokens = (): string => randomToken() + randomToken();

function readVariables(): Env {
  try {
    return loadEnv();
  } catch (error) {
    if (error instanceof EnvError) throw new StartError(error.message);
    throw error;
  }
}

async function choosePort({ PORT, HOST }: Env, say: (line: string) => void): Promise<number> {
  const port = await nextFreePort(PORT, HOST).catch(error => {
    throw new StartError(`Mailtriage cannot listen on HOST ${HOST}: ${error.message}.`);
  });
  if (port === null)
    throw new StartError(`Port ${PORT} and the hundred after it are taken; set PORT to a free one.`);
  if (port !== PORT) say(`Port ${PORT} is taken; using ${port}.`);
  return port;
}

function programs({
  dev,
  shared,
  logs,
}: {
  dev: boolean;
  shared: Readonly<Record<string, string>>;
  logs: string;
}): readonly ChildProgram[] {
  return [
    {
      name: "web",
      args: ["bin/web.ts", ...(dev ? ["--dev"] : [])],
      env: shared,
      logFile: join(logs, "web.log"),
      graceMs: 2_000,
    },
    {
      name: "worker",
      args: ["bin/worker.ts"],
      env: shared,
      logFile: join(logs, "worker.log"),
      graceMs: 6_000,
    },
  ];
}

/** The first signal asks for an orderly end, a later one for an end at once. */
function endSignal(say: (line: string) => void): { signal: AbortSignal; happened: Promise<void> } {
  const controller = new AbortController();
  const happened = Promise.withResolvers<void>();
  let firstAt = 0;
  const onSignal = () => {
    if (!controller.signal.aborted) {
      firstAt = performance.now();
      say("Stopping.");
      controller.abort();
      happened.resolve();
    } else if (performance.now() - firstAt > DOUBLE_MS) {
      process.exit(130);
    }
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, onSignal);
  onParentGone(process.env[PARENT_VARIABLE], onSignal);
  return { signal: controller.signal, happened: happened.promise };
}

/** Ctrl-C reaches this process twice, from the terminal and from the process that started it. */
const DOUBLE_MS = 1_000;
