import { getServers } from "node:dns";
import type { Env } from "#lib/env.ts";

/** What runs and what it uses, for the person who started it. */
export function summary({
  url,
  env,
  database,
  seconds,
}: {
  url: string;
  env: Env;
  database: string;
  seconds: number;
}): string {
  return [
    "",
    `Mailtriage is ready: ${url}  (${seconds.toFixed(1)} s)`,
    "",
    `  Database  ${database}`,
    `  DNS       ${dnsOf(env)}`,
    `  Mail      ${mailOf(env)}`,
    "",
    "Ctrl-C stops everything.",
  ].join("\n");
}

function dnsOf({ DNS_SERVERS, DNS_DOH_URL }: Env): string {
  if (DNS_DOH_URL !== undefined) return `${DNS_DOH_URL} (DNS_DOH_URL)`;
  if (DNS_SERVERS.length > 0) return `${DNS_SERVERS.join(", ")} (DNS_SERVERS)`;
  const system = getServers();
  return system.length > 0
    ? `${system.join(", ")} (of this system)`
    : "none configured on this system; set DNS_SERVERS";
}

const mailOf = ({ SMTP_URL, DATA_DIR }: Env): string =>
  SMTP_URL === undefined
    ? `written to ${DATA_DIR}/outbox (set SMTP_URL to send it)`
    : `sent through ${new URL(SMTP_URL).host} (SMTP_URL)`;
