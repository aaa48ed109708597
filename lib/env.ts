import { existsSync } from "node:fs";
import { z } from "zod";
import { parseAddressBlock } from "#lib/values/ip-address.ts";
import { parseRate, type Rate } from "#lib/values/rate.ts";

const text = z.string().trim();
/** An empty variable is one that was not set. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(value => (value === "" ? undefined : value), schema);

const port = z.coerce.number().int().min(1).max(65_535);

/** A limit like "120/hour"; null for "off". */
const rate = (standard: string) =>
  optional(text.default(standard)).transform((words, refusal): Rate | null => {
    const parsed = parseRate(words);
    if (parsed === undefined) refusal.addIssue({ code: "custom", message: "no rate" });
    return parsed ?? null;
  });

const addressBlocks = optional(text.default("")).transform((list, refusal) =>
  list
    .split(",")
    .flatMap(block => block.trim() || [])
    .flatMap(block => {
      const parsed = parseAddressBlock(block);
      if (parsed === null) refusal.addIssue({ code: "custom", message: "no address" });
      return parsed ?? [];
    }),
);

/** Every variable of the house; .env.example explains them to people. */
const Env = z.object({
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  DATA_DIR: optional(text.default(".data")),
  PORT: optional(port.default(3000)),
  HOST: optional(text.default("127.0.0.1")),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ }).optional()),
  TRUST_PROXY: addressBlocks,
  AUTH_SECRET: optional(text.min(32).optional()),
  GOOGLE_CLIENT_ID: optional(text.optional()),
  GOOGLE_CLIENT_SECRET: optional(text.optional()),
  GITHUB_CLIENT_ID: optional(text.optional()),
  GITHUB_CLIENT_SECRET: optional(text.optional()),
  ENTRA_TENANT_ID: optional(z.uuid().optional()),
  ENTRA_CLIENT_ID: optional(text.optional()),
  ENTRA_CLIENT_SECRET: optional(text.optional()),
  DNS_SERVERS: optional(text.default("")).transform(list =>
    list.split(",").flatMap(server => server.trim() || []),
  ),
  DNS_DOH_URL: optional(z.url({ protocol: /^https$/ }).optional()),
  SMTP_PROBES: optional(z.enum(["on", "off"]).default("on")),
  SMTP_HELO_NAME: optional(text.regex(/^[A-Za-z0-9.-]+$/).optional()),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ }).optional()),
  MAIL_FROM: optional(text.regex(/^[!-~]+@[A-Za-z0-9.-]+$/).optional()),
  SPAMHAUS_DQS_KEY: optional(text.regex(/^[A-Za-z0-9]+$/).optional()),
  ABUSIX_KEY: optional(text.regex(/^[A-Za-z0-9]+$/).optional()),
  BLOCKLISTS: optional(text.default("")).transform(list => list.split(",").flatMap(id => id.trim() || [])),
  WORKER_CONCURRENCY: optional(z.coerce.number().int().min(1).max(100).default(8)),
  WATCH_CONFIRM_SECONDS: optional(z.coerce.number().int().min(1).max(86_400).default(600)),
  LIMIT_WORK_PER_ADDRESS: rate("600/hour"),
  LIMIT_WORK_PER_ACCOUNT: rate("5000/day"),
  LIMIT_SCANS_PER_DOMAIN: rate("240/hour"),
  LIMIT_SIGN_INS_PER_ADDRESS: rate("30/hour"),
  LIMIT_MAILS_PER_MAILBOX: rate("10/hour"),
  LIMIT_MISSES_PER_ADDRESS: rate("60/hour"),
  API_ANONYMOUS: optional(z.enum(["on", "off"]).default("on")),
  LIMIT_API_REQUESTS_PER_KEY: rate("600/minute"),
  LIMIT_API_REQUESTS_PER_ADDRESS: rate("300/minute"),
  LIMIT_WAITING_SCANS: optional(
    z.union([z.literal("off").transform(() => null), z.coerce.number().int().min(1)]).default(1_000),
  ),
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
  TRUST_PROXY: "addresses like 127.0.0.1 or 10.0.0.0/8, separated by commas",
  AUTH_SECRET: "a random text of 32 characters or more",
  GOOGLE_CLIENT_ID: "the client id from the Google console",
  GOOGLE_CLIENT_SECRET: "the client secret from the Google console",
  GITHUB_CLIENT_ID: "the client id of the GitHub OAuth app",
  GITHUB_CLIENT_SECRET: "the client secret of the GitHub OAuth app",
  ENTRA_TENANT_ID: "the id of one directory, like 8eaef023-2b34-4da1-9baa-8bc8c9d6a490",
  ENTRA_CLIENT_ID: "the application id from the Entra admin centre",
  ENTRA_CLIENT_SECRET: "the client secret from the Entra admin centre",
  DNS_SERVERS: "addresses like 192.0.2.53 or 192.0.2.53:5353, separated by commas",
  DNS_DOH_URL: "a URL like https://dns.example.com/dns-query",
  SMTP_PROBES: "“on” or “off”",
  SMTP_HELO_NAME: "a host name like mailtriage.example.com",
  SMTP_URL: "a URL like smtps://user:password@mail.example.com:465",
  MAIL_FROM: "an address like mailtriage@example.com",
  SPAMHAUS_DQS_KEY: "the key from the Spamhaus portal, letters and digits only",
  ABUSIX_KEY: "the key from Abusix, letters and digits only",
  BLOCKLISTS: "ids of further blocklists, separated by commas",
  WORKER_CONCURRENCY: "a number from 1 to 100",
  WATCH_CONFIRM_SECONDS: "a number of seconds from 1 to 86400",
  LIMIT_WORK_PER_ADDRESS: "a rate like 120/hour, or off",
  LIMIT_WORK_PER_ACCOUNT: "a rate like 5000/day, or off",
  LIMIT_SCANS_PER_DOMAIN: "a rate like 60/hour, or off",
  LIMIT_SIGN_INS_PER_ADDRESS: "a rate like 30/hour, or off",
  LIMIT_MAILS_PER_MAILBOX: "a rate like 10/hour, or off",
  LIMIT_MISSES_PER_ADDRESS: "a rate like 60/hour, or off",
  API_ANONYMOUS: "“on” or “off”",
  LIMIT_API_REQUESTS_PER_KEY: "a rate like 600/minute, or off",
  LIMIT_API_REQUESTS_PER_ADDRESS: "a rate like 60/minute, or off",
  LIMIT_WAITING_SCANS: "a number of scans and bounces, or off",
};

/** Reads the variables once, at a door. Throws EnvError for the first one that is wrong. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = Env.safeParse(source);
  if (parsed.success) return consistent(parsed.data);
  const name = ENV_NAMES.find(known => known === parsed.error.issues[0]?.path[0]) ?? "PORT";
  throw new EnvError(`${name} has to be ${EXPECTED[name]}.`);
}

/** Variables that only make sense together. */
const TOGETHER: readonly (readonly (keyof Env)[])[] = [
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
  ["ENTRA_TENANT_ID", "ENTRA_CLIENT_ID", "ENTRA_CLIENT_SECRET"],
];

function consistent(env: Env): Env {
  for (const group of TOGETHER) {
    const missing = group.filter(name => env[name] === undefined);
    if (missing.length > 0 && missing.length < group.length) {
      throw new EnvError(`${missing.join(" and ")} has to be set too: ${group.join(", ")} belong together.`);
    }
  }
  // A link in a mail that leaves the house may not hang on the Host header of whoever asked for it.
  if (env.SMTP_URL !== undefined && env.PUBLIC_URL === undefined) {
    throw new EnvError(`PUBLIC_URL has to be ${EXPECTED.PUBLIC_URL} when SMTP_URL is set: mails link to it.`);
  }
  return env;
}

/** The variables of the process, after those of a `.env` file in the working directory, which never override. */
export function loadEnv(): Env {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readEnv(process.env);
}
