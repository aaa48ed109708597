import type { Resolver } from "#lib/dns/resolver.ts";
import type { Clock } from "#lib/values/clock.ts";
import { systemClock } from "#lib/values/clock.ts";
import { isGlobal } from "#lib/values/global-address.ts";
import type { IpAddress } from "#lib/values/ip-address.ts";
import type { EgressFailure, EgressLimits, EgressRequest, EgressResult, SendingEgress } from "./egress.ts";
import { type EgressTarget, resolveTarget } from "./egress-target.ts";
import { hostSlots } from "./host-slots.ts";
import { type Deadlines, sendPinned } from "./pinned-request.ts";

export interface EgressOptions {
  readonly resolver: Resolver;
  readonly clock?: Clock;
  /** Which addresses may be connected to; global ones when left out. Tests allow loopback. */
  readonly isAllowed?: (address: IpAddress) => boolean;
  /** 443 when left out; tests listen elsewhere. */
  readonly port?: number;
  /** PEM certificates trusted in place of the public authorities, for tests. */
  readonly ca?: string;
  readonly deadlines?: Partial<Deadlines>;
}

const DEADLINES: Deadlines = { connectMs: 5000, headersMs: 5000, bodyMs: 10_000, totalMs: 15_000 };

/** Connections to one host at a time, and addresses of it that are tried. */
const PER_HOST = 2;
const MOST_ADDRESSES = 3;

/** One for the whole process: several scans may lead to the same host. */
const slots = hostSlots(PER_HOST);

/** With less time than this left no connection is begun. */
const LEAST_MS = 50;

/**
 * Makes the egress that talks to the Internet. Each request resolves the host once and connects to an address
 * that was checked; a 3xx answer is a result with that status, never followed.
 */
export function createEgress(options: EgressOptions): SendingEgress {
  const { clock = systemClock, isAllowed = isGlobal, resolver } = options;

  async function request(url: URL, wanted: EgressRequest, limits: EgressLimits): Promise<EgressResult> {
    const started = clock.monotonic();
    const elapsed = () => clock.monotonic() - started;
    const failed = (failure: EgressFailure, ours: boolean): EgressResult => ({
      ok: false,
      failure,
      ours,
      address: null,
      ms: elapsed(),
    });
    const resolved = await resolveTarget(url, resolver, isAllowed);
    if ("problem" in resolved) return failed(resolved.problem, resolved.problem === "dns-failed");
    const { target } = resolved;
    const totalMs = Math.min(limits.totalMs, options.deadlines?.totalMs ?? DEADLINES.totalMs);
    const attempt = async (address: IpAddress): Promise<AddressAttempt> => {
      const left = totalMs - elapsed();
      if (left < LEAST_MS) return { result: failed("timeout", true), connected: true };
      const response = await sendPinned({
        ...wanted,
        host: target.host,
        path: `${url.pathname}${url.search}`,
        address,
        port: options.port ?? 443,
        ca: options.ca,
        maxBytes: limits.maxBytes,
        cutBody: limits.cutBody ?? false,
        deadlines: { ...DEADLINES, ...options.deadlines, totalMs: left },
      });
      const about = { address: address.text, ms: elapsed() };
      if (response.ok) return { result: { ...response, ...about }, connected: true };
      const { connected, ...coded } = response;
      return { result: { ...coded, ...about }, connected };
    };
    const work = () => tryAddresses(target, attempt);
    const result = await slots(target.host, Math.max(0, totalMs - elapsed()), work);
    return result ?? failed("timeout", true);
  }

  async function check(url: URL): Promise<EgressFailure | null> {
    const resolved = await resolveTarget(url, resolver, isAllowed);
    return "problem" in resolved ? resolved.problem : null;
  }

  return { request, check, get: (url, limits) => request(url, { method: "GET" }, limits) };
}

interface AddressAttempt {
  readonly result: EgressResult;
  /** Whether the address answered: then no other one is tried. */
  readonly connected: boolean;
}

/** Goes on to the next address only where the one before could not be connected to. */
async function tryAddresses(
  { addresses }: EgressTarget,
  attempt: (address: IpAddress) => Promise<AddressAttempt>,
): Promise<EgressResult> {
  const results: EgressResult[] = [];
  for (const address of addresses.slice(0, MOST_ADDRESSES)) {
    const { result, connected } = await attempt(address);
    if (connected || result.ok || isTlsFailure(result)) return result;
    results.push(result);
  }
  // One address that our side could not reach leaves open whether the host works.
  const [first] = results;
  const unproven = results.find(result => !result.ok && result.ours);
  return unproven ?? first ?? { ok: false, failure: "no-address", ours: false, address: null, ms: 0 };
}

const isTlsFailure = (result: EgressResult): boolean => !result.ok && result.failure.startsWith("tls-");
