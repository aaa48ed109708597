import type { Resolver } from "#lib/dns/resolver.ts";
import type { BlocklistAccess } from "#lib/engine/blocklist-access.ts";

/** Where a command asks its DNS questions. */
export interface DnsOptions {
  /** "ip[:port]" entries; empty for the system's own servers. */
  readonly servers: readonly string[];
  /** A DoH endpoint (RFC 8484) instead of servers, or null. */
  readonly doh: string | null;
  /** Milliseconds per attempt. */
  readonly timeoutMs: number;
}

/** The world of one command: handed in, so that commands run in tests as they do in a shell. */
export interface CliIo {
  /** Standard input as it arrives, undecoded. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes one line of results. */
  stdout(line: string): void;
  /** Writes one line of progress or complaint. */
  stderr(line: string): void;
  /** A live resolver over these servers; asks nothing until it is used. */
  resolver(options: DnsOptions): Resolver;
  /** Blocklists beyond the default ones, and keys to those that want one. */
  readonly blocklists: BlocklistAccess;
}

/** Exit codes of every command. */
export const EXIT = { done: 0, findings: 1, usage: 2, unchecked: 3 } as const;
