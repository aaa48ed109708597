import type { Resolver } from "#lib/dns/resolver.ts";
import { lookupId } from "#lib/dns/resolver.ts";
import type { Probe, ProbeContext } from "./define-probe.ts";
import type { Evidence, EvidenceKey } from "./evidence.ts";
import type { Gathered, GatherFailure } from "./finding.ts";
import type { OnFault } from "./judge.ts";

/** One probe for every key of the evidence: a key without a probe does not compile. */
export type Probes = { readonly [Key in EvidenceKey]: Probe<Key> };

export type PendingEvidence = { readonly [Key in EvidenceKey]: Promise<Gathered<Evidence[Key]>> };

export interface Gathering {
  readonly evidence: PendingEvidence;
  /** Ids of the lookups a probe has asked so far, in the order of asking. */
  lookupsOf(key: EvidenceKey): readonly string[];
}

export interface GatherInput {
  readonly context: Omit<ProbeContext, "use">;
  /** Resolves with a failure when nothing gathered may be believed or waited for any longer. */
  readonly giveUp: Promise<GatherFailure>;
  /** Resolves when the answers may be believed. */
  readonly trusted: Promise<void>;
  readonly onFault: OnFault;
}

/**
 * Starts all probes at once. Each evidence promise settles, never rejects: with the value, with the probe's
 * own failure, with the reason for giving up, or with "crashed" when the probe has a bug.
 */
export function gather(probes: Probes, { context, giveUp, trusted, onFault }: GatherInput): Gathering {
  const asked = new Map<EvidenceKey, Set<string>>();
  const running = new Map<EvidenceKey, Promise<Gathered<Evidence[EvidenceKey]>>>();
  const abandoned = giveUp.then(failure => ({ ok: false as const, failure }));

  const start = (key: EvidenceKey): Promise<Gathered<Evidence[EvidenceKey]>> => {
    const already = running.get(key);
    if (already !== undefined) return already;
    const lookups = new Set<string>();
    asked.set(key, lookups);
    const probe: Probe = probes[key];
    const own: ProbeContext = { ...context, resolver: noting(context.resolver, lookups), use: startAs };
    const work = settle(probe, own, onFault).then(async result => {
      await trusted;
      return result;
    });
    const result = Promise.race([work, abandoned]);
    running.set(key, result);
    return result;
  };

  // The map is keyed by the same key as the promise it holds, which the type of a Map cannot say.
  const startAs = start as ProbeContext["use"];

  const keys = Object.keys(probes) as EvidenceKey[];
  const evidence = Object.fromEntries(keys.map(key => [key, start(key)])) as unknown as PendingEvidence;
  return { evidence, lookupsOf: key => [...(asked.get(key) ?? [])] };
}

async function settle(
  probe: Probe,
  context: ProbeContext,
  onFault: OnFault,
): Promise<Gathered<Evidence[EvidenceKey]>> {
  try {
    return await probe.gather(context);
  } catch (error) {
    onFault(`probe ${probe.id}`, error);
    return { ok: false, failure: { reason: "crashed", lookups: [] } };
  }
}

/** Notes the ids of everything asked through it. */
function noting(resolver: Resolver, ids: Set<string>): Resolver {
  return {
    lookup(name, type, options) {
      ids.add(lookupId(name, type, options));
      return resolver.lookup(name, type, options);
    },
  };
}
