import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import { type Fault, zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { createListHealthCache, DEFAULT_LISTS } from "#lib/mail/dnsbl/index.ts";
import type { BounceEvidence } from "#lib/triage/evidence.ts";
import { gatherEvidence } from "#lib/triage/gather-evidence.ts";
import { type JoinedFailure, type JoinedReport, joinEvidence } from "#lib/triage/join-evidence.ts";
import type { Statement } from "#lib/triage/statements.ts";
import { type Clock, systemClock } from "#lib/values/clock.ts";

/** A bounce, and the world in which it is looked at. */
export interface TriageScenario {
  readonly bounce: string;
  readonly zone: string;
  readonly faults?: readonly Fault[];
  readonly statements?: readonly Statement[];
  /** The resolver lies, as its canaries have shown. */
  readonly untrusted?: boolean;
}

export interface TriageResult {
  readonly evidence: BounceEvidence;
  readonly joined: JoinedReport;
  /** The first failure, which most scenarios are about. */
  readonly first: JoinedFailure;
  /** The most likely cause of each failure. */
  readonly causes: readonly (string | undefined)[];
}

/** The day on which all scenarios are looked at. */
const NOW = new Date("2026-11-25T12:00:00Z");

const clock: Clock = { ...systemClock, now: () => NOW };

/** Reads the bounce, gathers what the zone says, and joins both. */
export async function runTriage(scenario: TriageScenario): Promise<TriageResult> {
  const [report] = await Array.fromAsync(parseBounces(scenario.bounce));
  if (report === undefined) throw new Error("there is no bounce in this text");
  const resolver = zoneResolver(scenario.zone, { clock, faults: scenario.faults ?? [] });
  const healthy = scenario.untrusted !== true;
  const evidence = await gatherEvidence(report, {
    clock,
    lists: DEFAULT_LISTS,
    listHealth: createListHealthCache(clock),
    dnsFor: () => ({ resolver, health: async () => ({ healthy }) }),
  });
  const joined = joinEvidence(report, { evidence, statements: scenario.statements ?? [] });
  const [first] = joined.failures;
  if (first === undefined) throw new Error("nothing failed in this bounce");
  return { evidence, joined, first, causes: joined.failures.map(({ failure }) => failure.causes[0]?.cause) };
}

/** The codes that speak for a cause. */
export const forCause = ({ first }: TriageResult, cause: string): readonly string[] =>
  first.failure.causes.find(one => one.cause === cause)?.for.map(({ code }) => code) ?? [];

export const againstCause = ({ first }: TriageResult, cause: string): readonly string[] =>
  first.failure.causes.find(one => one.cause === cause)?.against.map(({ code }) => code) ?? [];

export const probabilityOf = ({ first }: TriageResult, cause: string): number =>
  first.failure.causes.find(one => one.cause === cause)?.probability ?? 0;
