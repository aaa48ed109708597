import type { FailedAnswer } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import type { Blocklist, ListHealthCache } from "#lib/mail/dnsbl/index.ts";
import type { Egress } from "#lib/net/egress.ts";
import type { SmtpProber } from "#lib/net/smtp-probe.ts";
import type { Clock } from "#lib/values/clock.ts";
import type { DomainName } from "#lib/values/domain-name.ts";
import type { Evidence, EvidenceKey } from "./evidence.ts";
import type { Gathered, GatherFailure } from "./finding.ts";

/** What the person who asked for the scan knew beyond the domain. */
export interface ScanHints {
  /** DKIM selectors read from a message, asked first. */
  readonly selectors: readonly string[];
  /** Addresses known to send for the domain: the sending IP of a bounce, a user's own list. */
  readonly sendingAddresses: readonly string[];
}

/** Nothing is known but the domain. */
export const NO_HINTS: ScanHints = { selectors: [], sendingAddresses: [] };

/** Which blocklists are asked, and what is remembered of their health across scans. */
export interface BlocklistSettings {
  readonly lists: readonly Blocklist[];
  readonly health: ListHealthCache;
}

export interface ProbeContext {
  readonly domain: DomainName;
  readonly resolver: Resolver;
  /** Null in a DNS-only scan: no HTTPS connection may be opened. */
  readonly egress: Egress | null;
  /** Null in a DNS-only scan or where port 25 is known to be closed. */
  readonly smtp: SmtpProber | null;
  readonly clock: Clock;
  /** Random hex digits, for names that nobody can have registered. */
  readonly randomLabel: () => string;
  readonly hints: ScanHints;
  readonly blocklists: BlocklistSettings;
  /** The evidence of another probe, awaited. Probes run at once; asking starts nothing twice. */
  use<Key extends EvidenceKey>(key: Key): Promise<Gathered<Evidence[Key]>>;
}

export interface Probe<Key extends EvidenceKey = EvidenceKey> {
  readonly id: Key;
  gather(context: ProbeContext): Promise<Gathered<Evidence[Key]>>;
}

/** A probe asks the world one thing and brings back plain JSON. It never judges. */
export const defineProbe = <Key extends EvidenceKey>(probe: Probe<Key>): Probe<Key> => probe;

export const gathered = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

/** The failure of a probe, or of a part of it, because DNS did not answer. */
export function dnsFailed(...answers: readonly FailedAnswer[]): { ok: false; failure: GatherFailure } {
  const overBudget = answers.some(answer => answer.status === "over-budget");
  return {
    ok: false,
    failure: { reason: overBudget ? "over-budget" : "dns-failed", lookups: answers.map(answer => answer.id) },
  };
}
