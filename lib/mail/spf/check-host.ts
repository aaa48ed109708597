import type { Resolver } from "#lib/dns/resolver.ts";
import type { Clock } from "#lib/values/clock.ts";
import type { IpAddress } from "#lib/values/ip-address.ts";
import { addressOf } from "#lib/values/ip-address.ts";
import { evaluate } from "./evaluate.ts";
import { explain } from "./explanation.ts";
import { readIdentity } from "./identity.ts";
import { RFC_LIMITS, type SpfLimits } from "./limits.ts";
import type { SpfReason, SpfResult, TraceEntry } from "./outcome.ts";
import { startSession } from "./session.ts";

/** The arguments of check_host() as SMTP gives them (RFC 7208 4.1). */
export interface SpfQuery {
  readonly ip: IpAddress;
  /** The reverse-path, with or without angle brackets; empty for the null one. */
  readonly mailFrom: string;
  /** The name given with HELO or EHLO. */
  readonly helo: string;
  /** The receiving host, for the macro `%{r}`; "unknown" when left out. */
  readonly receiver?: string;
}

export interface SpfOptions {
  readonly resolver: Resolver;
  readonly clock: Clock;
  readonly limits?: Partial<SpfLimits>;
}

export interface SpfOutcome {
  readonly result: SpfResult;
  readonly reason: SpfReason;
  /** What the publisher says to a failing sender, a third party's words; empty where it says nothing. */
  readonly explanation: string;
  /** Of the ten (4.6.4); one more than allowed when the limit ended the evaluation. */
  readonly lookups: number;
  readonly voidLookups: number;
  /** Every term that was looked at, in the order of evaluation, outer before inner. */
  readonly trace: readonly TraceEntry[];
}

/**
 * Whether the client may send with this identity: check_host() of RFC 7208 for MAIL FROM, or for HELO where
 * the reverse-path is null (2.4). Never throws; errors of DNS and of records are results.
 */
export async function checkHost(query: SpfQuery, options: SpfOptions): Promise<SpfOutcome> {
  const { resolver, clock, limits } = options;
  const identity = readIdentity(query.mailFrom, query.helo);
  const session = startSession({
    ip: withoutMapping(query.ip),
    identity,
    receiver: query.receiver ?? "unknown",
    resolver,
    clock,
    limits: { ...RFC_LIMITS, ...limits },
  });
  const { result, reason, explanation } = await evaluate({ domain: identity.domain, depth: 0, session });
  const spent = session.spent();
  return {
    result,
    reason,
    explanation: explanation === null ? "" : await explain(explanation.spec, explanation.domain, session),
    ...spent,
    trace: session.trace,
  };
}

/** RFC 7208 5: an IPv4-mapped IPv6 address (RFC 4291 2.5.5.2) is the IPv4 address inside it. */
function withoutMapping(ip: IpAddress): IpAddress {
  const mapped =
    ip.family === 6 &&
    ip.bytes.slice(0, 10).every(byte => byte === 0) &&
    ip.bytes[10] === 0xff &&
    ip.bytes[11] === 0xff;
  return mapped ? addressOf(ip.bytes.slice(12)) : ip;
}
