import { getServers } from "node:dns";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import { err, ok, type Result } from "#lib/values/result.ts";
import { DNS_PORT, type DnsServer } from "./transports/server.ts";

/** The servers the machine itself uses. Read anew each time: networks change. */
export const systemServers = (): readonly DnsServer[] =>
  getServers().flatMap(text => {
    const server = parseServer(text);
    return server.ok ? [server.value] : [];
  });

/**
 * Reads `DNS_SERVERS` and `--dns`: addresses with optional ports, separated by commas or spaces:
 * "192.0.2.1", "192.0.2.1:5353", "2001:db8::1", "[2001:db8::1]:5353". Names are refused, as asking a name server
 * by name needs a name server. The error is the part that cannot be read.
 */
export function parseServers(text: string): Result<readonly DnsServer[], string> {
  const servers: DnsServer[] = [];
  for (const part of text.split(/[\s,]+/u).filter(word => word !== "")) {
    const server = parseServer(part);
    if (!server.ok) return server;
    servers.push(server.value);
  }
  return servers.length === 0 ? err(text) : ok(servers);
}

/** Reads a DNS-over-HTTPS URL. Plain HTTP is for this machine only. */
export function parseDohServer(text: string): Result<DnsServer, string> {
  if (!URL.canParse(text)) return err(text);
  const url = new URL(text);
  const isLocal = ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLocal)) return err(text);
  return ok({ kind: "doh", url: url.href });
}

/** A link-local address keeps its zone ("fe80::1%eth0"), without which it leads nowhere (RFC 4007 11). */
function parseServer(text: string): Result<DnsServer, string> {
  const bracketed = /^\[([^\]]+)\](?::(\d{1,5}))?$/u.exec(text);
  const dotted = /^([\d.]+)(?::(\d{1,5}))?$/u.exec(text);
  const [, host = "", port = String(DNS_PORT)] = bracketed ?? dotted ?? [text, text];
  const [, bare = "", zone = ""] = /^(.*?)(%[\w.-]+)?$/u.exec(host) ?? [];
  const address = parseIpAddress(bare);
  const isPort = Number(port) >= 1 && Number(port) <= 65_535;
  if (address === null || !isPort || (zone !== "" && address.family === 4)) return err(text);
  return ok({ kind: "address", address: address.text + zone, port: Number(port) });
}
