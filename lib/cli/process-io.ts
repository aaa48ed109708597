import type { Resolver } from "#lib/dns/resolver.ts";
import { parseDohServer, parseServers, systemServers } from "#lib/dns/system-servers.ts";
import type { DnsServer } from "#lib/dns/transports/server.ts";
import { systemClock } from "#lib/values/clock.ts";
import { UsageError } from "./dns-arguments.ts";
import type { CliIo, DnsOptions } from "./io.ts";

/** Environment variables that hold access keys to blocklists. */
const KEYS = ["SPAMHAUS_DQS_KEY", "ABUSIX_KEY"] as const;

/** The io of this process: its standard streams and the real DNS. */
export const processIo: CliIo = {
  stdin: process.stdin,
  stdout: line => void process.stdout.write(`${line}\n`),
  stderr: line => void process.stderr.write(`${line}\n`),
  resolver: options => resolverAt(dnsServers(options), options.timeoutMs),
  blocklists: {
    added: (process.env["BLOCKLISTS"] ?? "").split(",").flatMap(id => id.trim() || []),
    keys: new Map(KEYS.flatMap(name => (process.env[name] ? [[name, process.env[name]] as const] : []))),
  },
};

/** Loaded with the first question: commands that ask nothing start sooner without it. */
function resolverAt(servers: readonly DnsServer[], attemptTimeoutMs: number): Resolver {
  const live = async () =>
    (await import("#lib/dns/resolvers/live.ts")).liveResolver({
      servers,
      clock: systemClock,
      attemptTimeoutMs,
    });
  let loaded: Promise<Resolver> | undefined;
  return {
    lookup: async (name, type, options) => {
      loaded ??= live();
      return (await loaded).lookup(name, type, options);
    },
  };
}

/** The servers that the options name, or the system's. Throws UsageError on what cannot be read. */
export function dnsServers({ servers, doh }: DnsOptions): readonly DnsServer[] {
  if (doh !== null) {
    const server = parseDohServer(doh);
    if (!server.ok) throw new UsageError(`--doh needs an https URL, not "${doh}"`);
    return [server.value];
  }
  if (servers.length === 0) return systemServers();
  const parsed = parseServers(servers.join(","));
  if (!parsed.ok)
    throw new UsageError(`--dns needs addresses such as 192.0.2.1 or 127.0.0.1:5353, not "${parsed.error}"`);
  return parsed.value;
}
