import type { Answer } from "#lib/dns/answer.ts";
import { answerTexts } from "#lib/dns/record-text.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import type { Egress } from "#lib/net/egress.ts";
import type { SmtpProber } from "#lib/net/smtp-probe.ts";
import type { Clock } from "#lib/values/clock.ts";
import type { DomainName } from "#lib/values/domain-name.ts";
import { toUnicode } from "#lib/values/domain-name.ts";
import type { BlocklistSettings, ScanHints } from "./define-probe.ts";
import { ENGINE_VERSION } from "./engine-version.ts";
import type { EvidenceKey, GatheredEvidence } from "./evidence.ts";
import type { Finding, GatherFailure } from "./finding.ts";
import { fixContext } from "./fix-context.ts";
import type { Gathering } from "./gather.ts";
import { gather } from "./gather.ts";
import { gradeFindings } from "./grade.ts";
import { judge, type OnFault } from "./judge.ts";
import { CHECKS, PROBES } from "./registry.ts";
import type { LookupEntry, ScanReport } from "./report.ts";
import { SCAN_SCHEMA } from "./report.ts";

/** Whether the answers of this resolver may be believed (canaries), and whether it validates DNSSEC. */
export interface ResolverHealth {
  readonly healthy: boolean;
  readonly problem: string | null;
  readonly validating: boolean | null;
}

/** The DNS side of one scan: one resolver that asks nothing twice, and what it has seen. */
export interface DnsSession {
  readonly resolver: Resolver;
  readonly servers: readonly string[];
  /** Every answer so far, in the order of asking. */
  answers(): readonly Answer[];
  /** Asks the canaries; started once, with the scan. */
  health(): Promise<ResolverHealth>;
}

export type ScanProgress =
  | { readonly type: "lookup"; readonly id: string; readonly done: number }
  | { readonly type: "probe"; readonly id: EvidenceKey; readonly ok: boolean }
  | { readonly type: "finding"; readonly finding: Finding };

export interface ScanInput {
  readonly domain: DomainName;
  readonly sample: boolean;
  readonly dns: DnsSession;
  readonly egress: Egress | null;
  readonly smtp: SmtpProber | null;
  readonly clock: Clock;
  readonly randomLabel: () => string;
  readonly hints: ScanHints;
  readonly blocklists: BlocklistSettings;
  /** Milliseconds until whatever is still missing is given up. */
  readonly deadlineMs?: number;
  /** Told of bugs in checks and probes; the report only says that they crashed. */
  readonly onFault?: OnFault;
  readonly onProgress?: (progress: ScanProgress) => void;
}

export interface FinishedScan {
  readonly report: ScanReport;
  /** Every answer, for replaying the scan without DNS. */
  readonly transcript: readonly Answer[];
}

const DEADLINE_MS = 30_000;

/**
 * Scans one domain: all probes at once, each check as soon as its evidence is there. Always ends with a
 * report; what could not be gathered by the deadline is inconclusive.
 */
export async function runScan(input: ScanInput): Promise<FinishedScan> {
  const { clock, dns, domain } = input;
  const startedAt = clock.now();
  const started = clock.monotonic();
  const report = input.onProgress ?? (() => {});
  const onFault = input.onFault ?? (() => {});
  const health = dns.health();
  const over = new AbortController();
  const gathering = gather(PROBES, {
    context: {
      domain,
      resolver: reporting(dns.resolver, report),
      egress: input.egress,
      smtp: input.smtp,
      clock,
      randomLabel: input.randomLabel,
      hints: input.hints,
      blocklists: input.blocklists,
    },
    giveUp: reasonToGiveUp(health, clock.sleep(input.deadlineMs ?? DEADLINE_MS, over.signal)),
    trusted: health.then(() => {}),
    onFault,
  });
  const findings = await judgeAsTheyCome(gathering, report, onFault);
  const evidence = await settledEvidence(gathering);
  over.abort();
  const transcript = dns.answers();
  return {
    report: {
      schema: SCAN_SCHEMA,
      engine: ENGINE_VERSION,
      domain,
      unicode: toUnicode(domain),
      sample: input.sample,
      startedAt: startedAt.toISOString(),
      durationMs: Math.round(clock.monotonic() - started),
      dns: { servers: [...dns.servers], ...(await health), queries: countQueries(transcript) },
      context: fixContext(domain, evidence),
      ...gradeFindings(findings, CHECKS),
      findings,
      evidence,
      probeLookups: probeLookups(gathering),
      lookups: transcript.map(lookupEntry),
    },
    transcript,
  };
}

const evidenceKeys = Object.keys(PROBES) as readonly EvidenceKey[];

async function judgeAsTheyCome(
  gathering: Gathering,
  report: (progress: ScanProgress) => void,
  onFault: OnFault,
): Promise<Finding[]> {
  for (const id of evidenceKeys) {
    void gathering.evidence[id].then(part => report({ type: "probe", id, ok: part.ok }));
  }
  const judged = CHECKS.map(async check => {
    await Promise.all(check.needs.map(key => gathering.evidence[key]));
    const known = await settledEvidence(gathering, check.needs);
    const findings = judge(check, known, gathering.lookupsOf, onFault);
    for (const finding of findings) report({ type: "finding", finding });
    return findings;
  });
  return (await Promise.all(judged)).flat();
}

async function settledEvidence(
  gathering: Gathering,
  keys: readonly EvidenceKey[] = evidenceKeys,
): Promise<GatheredEvidence> {
  const parts = await Promise.all(keys.map(async key => [key, await gathering.evidence[key]] as const));
  // With the default keys this is all of it; `judge` only opens the keys it was given.
  return Object.fromEntries(parts) as unknown as GatheredEvidence;
}

function reasonToGiveUp(health: Promise<ResolverHealth>, deadline: Promise<void>): Promise<GatherFailure> {
  return new Promise(resolve => {
    void health.then(({ healthy }) => {
      if (!healthy) resolve({ reason: "resolver-untrusted", lookups: [] });
    });
    void deadline.then(() => resolve({ reason: "deadline", lookups: [] }));
  });
}

const probeLookups = (gathering: Gathering): Record<string, string[]> =>
  Object.fromEntries(evidenceKeys.map(key => [key, [...gathering.lookupsOf(key)]]));

const countQueries = (answers: readonly Answer[]): number =>
  answers.reduce((sum, answer) => sum + answer.attempts.length, 0);

function reporting(resolver: Resolver, report: (progress: ScanProgress) => void): Resolver {
  let done = 0;
  return {
    async lookup(name, type, options) {
      const answer = await resolver.lookup(name, type, options);
      done += 1;
      report({ type: "lookup", id: answer.id, done });
      return answer;
    },
  };
}

const lookupEntry = (answer: Answer): LookupEntry => ({
  id: answer.id,
  name: answer.name,
  type: answer.type,
  status: answer.status,
  rcode: answer.rcode,
  answers: answerTexts(answer),
  ttl: "ttl" in answer ? answer.ttl : null,
  ad: answer.ad,
  extendedErrors: [...answer.extendedErrors],
  server: answer.server,
  attempts: answer.attempts.length,
  startedMs: Math.round(answer.startedMs),
  ms: Math.round(answer.ms * 10) / 10,
});
