import type { Fault } from "#lib/dns/resolvers/zone.ts";
import type { EgressResult } from "#lib/net/egress.ts";
import type { SmtpProbeResult } from "#lib/net/smtp-probe.ts";

/**
 * One small world and what a check must say about it. A file `tests/scenarios/<check-id>.ts` exports
 * `scenarios: Record<string, Scenario>`; `scenarios.test.ts` runs all of them through the whole engine.
 */
export interface Scenario {
  /** The domain scanned; "example.com" when left out. */
  readonly domain?: string;
  /** Master-file text (RFC 1035 5). Names that it does not hold are NXDOMAIN. */
  readonly zone: string;
  /** Lookups that go wrong. */
  readonly faults?: readonly Fault[];
  /** Zones whose answers carry AD, or true for all; left out: a resolver that does not validate. */
  readonly ad?: boolean | readonly string[];
  /** Name servers that hold other data than the zone, by address. */
  readonly authorities?: Readonly<Record<string, string>>;
  /** Selectors and addresses that the asker knew. */
  readonly selectors?: readonly string[];
  readonly sendingAddresses?: readonly string[];
  /** Replies to HTTPS fetches by URL; a URL that is not here cannot be connected to. Null: a DNS-only scan. */
  readonly fetches?: Readonly<Record<string, EgressResult>> | null;
  /** Results of SMTP probes by host; a host that is not here is not reachable. */
  readonly smtp?: Readonly<Record<string, SmtpProbeResult>>;
  /**
   * Outcomes of this check that have to appear ("exceeded"), of another check ("spf-present/missing"), with a
   * subject ("unresolvable @mx1.example.com") and status ("unresolvable @mx1.example.com = warn") where it matters.
   */
  readonly must: readonly string[];
  /** Outcomes that must not appear. */
  readonly mustNot?: readonly string[];
}

export type Scenarios = Readonly<Record<string, Scenario>>;
