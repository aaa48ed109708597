import { existsSync } from "node:fs";
import { z } from "zod";

const text = z.string().trim();
/** An empty variable is one that was not set. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(value => (value === "" ? undefined : value), schema);

const port = z.coerce.number().int().min(1).max(65_535);

/** Every variable of the house; .env.example explains them to people. */
const Env = z.object({
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  DATA_DIR: optional(text.default(".data")),
  PORT: optional(port.default(3000)),
  HOST: optional(text.default("127.0.0.1")),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ }).optional()),
  DNS_SERVERS: optional(text.default("")).transform(list =>
    list.split(",").flatMap(server => server.trim() || []),
  ),
  DNS_DOH_URL: optional(z.url({ protocol: /^https$/ }).optional()),
  SMTP_PROBES: optional(z.enum(["on", "off"]).default("on")),
  SMTP_HELO_NAME: optional(text.regex(/^[A-Za-z0-9.-]+$/).optional()),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ }).optional()),
  SPAMHAUS_DQS_KEY: optional(text.regex(/^[A-Za-z0-9]+$/).optional()),
  ABUSIX_KEY: optional(text.regex(/^[A-Za-z0-9]+$/).optional()),
  BLOCKLISTS: optional(text.default("")).transform(list => list.split(",").flatMap(id => id.trim() || [])),
  WORKER_CONCURRENCY: optional(z.coerce.number().int().min(1).max(100).default(8)),
});
export type Env = z.output<typeof Env>;

export const ENV_NAMES = Object.keys(Env.shape) as readonly (keyof Env)[];

/** A variable that cannot be used, in one sentence. Its value may be a secret and is not told. */
export class EnvError extends Error {}

const EXPECTED: Readonly<Record<keyof Env, string>> = {
  DATABASE_URL: "a URL like postgresql://user:password@host:5432/database",
  DATA_DIR: "a directory",
  PORT: "a port number from 1 to 65535",
  HOST: "an address to listen on",
  PUBLIC_URL: "a URL like https://mailtriage.example.com",
  DNS_SERVERS: "addresses like 192.0.2.53 or 192.0.2.53:5353, separated by commas",
  DNS_DOH_URL: "a URL like https://dns.example.com/dns-query",
  SMTP_PROBES: "“on” or “off”",
  SMTP_HELO_NAME: "a host name like mailtriage.example.com",
  SMTP_URL: "a URL like smtps://user:password@mail.example.com:465",
  SPAMHAUS_DQS_KEY: "the key from the Spamhaus portal, letters and digits only",
  ABUSIX_KEY: "the key from Abusix, letters and digits only",
  BLOCKLISTS: "ids of further blocklists, separated by commas",
  WORKER_CONCURRENCY: "a number from 1 to 100",
};

/** Reads the variables once, at a door. Throws EnvError for the first one that is wrong. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = Env.safeParse(source);
  if (parsed.success) return parsed.data;
  const name = ENV_NAMES.find(known => known === parsed.error.issues[0]?.path[0]) ?? "PORT";
  throw new EnvError(`${name} has to be ${EXPECTED[name]}.`);
}

/** The variables of the process, after those of a `.env` file in the working directory, which never override. */
export function loadEnv(): Env {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readEnv(process.env);
}
