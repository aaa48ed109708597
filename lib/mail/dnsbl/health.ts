import type { Answer } from "#lib/dns/answer.ts";
import { isFailure } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import type { Clock } from "#lib/values/clock.ts";
import { MINUTE_MS } from "#lib/values/duration.ts";
import { decodeAnswer } from "./decode.ts";
import type { Blocklist } from "./lists.ts";
import { dnsblQueryName } from "./query-name.ts";

/** Why a list may not speak. Words for people are the checks' business. */
export type ClosedReason =
  | "refuses-resolver"
  | "lists-everything"
  | "test-entry-missing"
  | "no-test-entry"
  | "answers-outside-127"
  | "lookup-failed"
  | "over-budget"
  | "key-missing";

export type ListHealth = { readonly open: true } | { readonly open: false; readonly reason: ClosedReason };

/** Remembers which lists have proved themselves, across scans. */
export interface ListHealthCache {
  /** Asks the list's test entries unless that was done within the last ten minutes. Never rejects. */
  check(list: Blocklist, resolver: Resolver): Promise<ListHealth>;
}

const TRUST_MS = 10 * MINUTE_MS;

/**
 * A cache by the given clock. A list asked by two scans at once is probed once. What the budget of one scan
 * prevented says nothing about the list and is not remembered.
 */
export function createListHealthCache(clock: Clock): ListHealthCache {
  const known = new Map<string, { readonly until: number; readonly health: Promise<ListHealth> }>();
  return {
    check(list, resolver) {
      const cached = known.get(list.id);
      if (cached !== undefined && cached.until > clock.monotonic()) return cached.health;
      const health = probeList(list, resolver);
      known.set(list.id, { until: clock.monotonic() + TRUST_MS, health });
      void health.then(found => {
        if (!found.open && found.reason === "over-budget") known.delete(list.id);
      });
      return health;
    },
  };
}

/**
 * Whether a list is alive and answers this resolver (RFC 5782 5): its positive entries are listed with a code
 * it documents, its negative entries are NXDOMAIN. A list without documented entries is tried with those of
 * the RFC; when they do not answer, its silence proves nothing.
 */
export async function probeList(list: Blocklist, resolver: Resolver): Promise<ListHealth> {
  const documented = list.positiveProbes.length > 0;
  const [positives, negatives] = await Promise.all([
    askAll(list, resolver, documented ? list.positiveProbes : rfcEntries(list).positive),
    askAll(list, resolver, list.negativeProbes.length > 0 ? list.negativeProbes : rfcEntries(list).negative),
  ]);
  const reason =
    negatives.map(answer => negativeFault(list, answer)).find(fault => fault !== null) ??
    positives.map(answer => positiveFault(list, answer)).find(fault => fault !== null);
  if (reason === undefined || reason === null) return { open: true };
  return { open: false, reason: reason === "test-entry-missing" && !documented ? "no-test-entry" : reason };
}

/** RFC 5782 section 5 test entries. */
function rfcEntries(list: Blocklist): {
  readonly positive: readonly string[];
  readonly negative: readonly string[];
} {
  if (list.families.includes("ipv4")) return { positive: ["127.0.0.2"], negative: ["127.0.0.1"] };
  if (list.families.includes("ipv6")) return { positive: ["::ffff:7f00:2"], negative: ["::ffff:7f00:1"] };
  return { positive: ["test"], negative: ["invalid"] };
}

const askAll = (
  list: Blocklist,
  resolver: Resolver,
  entries: readonly string[],
): Promise<readonly Answer<"A">[]> =>
  Promise.all(
    entries.map(entry => resolver.lookup(dnsblQueryName(entry, list.zone), "A", { purpose: "blocklist" })),
  );

function positiveFault(list: Blocklist, answer: Answer<"A">): ClosedReason | null {
  if (answer.status === "refused") return "refuses-resolver";
  if (isFailure(answer)) return answer.status === "over-budget" ? "over-budget" : "lookup-failed";
  if (answer.status !== "records") return "test-entry-missing";
  const decoded = decodeAnswer(list, answer.records);
  if (decoded.result === "broken") return "answers-outside-127";
  if (decoded.result === "refused") return "refuses-resolver";
  // Where clean entries answer with an allow code, only a listing shows that the list tells them apart.
  if (decoded.result !== "listed" && list.negativeMayBeInformational === true) return "test-entry-missing";
  return null;
}

function negativeFault(list: Blocklist, answer: Answer<"A">): ClosedReason | null {
  if (answer.status === "nxdomain") return null;
  if (answer.status === "refused") return "refuses-resolver";
  if (answer.status === "over-budget") return "over-budget";
  if (answer.status !== "records") return "lookup-failed";
  const decoded = decodeAnswer(list, answer.records);
  if (decoded.result === "broken") return "answers-outside-127";
  if (decoded.result === "refused") return "refuses-resolver";
  if (decoded.result === "informational" && list.negativeMayBeInformational === true) return null;
  return "lists-everything";
}
