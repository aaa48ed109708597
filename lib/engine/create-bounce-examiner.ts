import { randomBytes } from "node:crypto";
import type { BounceReport } from "#lib/bounce/bounce-report.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { liveResolver } from "#lib/dns/resolvers/live.ts";
import { sampleAware } from "#lib/dns/resolvers/sample.ts";
import { dnsSession } from "#lib/dns/resolvers/session.ts";
import type { DnsServer } from "#lib/dns/transports/server.ts";
import { createListHealthCache } from "#lib/mail/dnsbl/index.ts";
import type { BounceEvidence } from "#lib/triage/evidence.ts";
import { gatherEvidence, type TriageDns } from "#lib/triage/gather-evidence.ts";
import { questionsOf } from "#lib/triage/questions.ts";
import type { Clock } from "#lib/values/clock.ts";
import { isSampleDomain } from "#lib/values/domain-name.ts";
import { type BlocklistAccess, listsFor, withKeys } from "./blocklist-access.ts";

export interface ExaminerOptions {
  /** Asked anew for each bounce: networks change. */
  readonly servers: () => readonly DnsServer[];
  /** What the sample domains under .example see; null: they are asked like any other domain. */
  readonly sample: Resolver | null;
  readonly blocklists: BlocklistAccess;
  /** For one exchange of DNS packets, in milliseconds. */
  readonly attemptTimeoutMs?: number;
  readonly clock: Clock;
}

/** What DNS says about the addresses and domains in one bounce. */
export type BounceExaminer = (report: BounceReport) => Promise<BounceEvidence>;

/** The evidence of bounces, with real resolvers. Sample domains are answered from the sample zone. */
export function createBounceExaminer(options: ExaminerOptions): BounceExaminer {
  const { servers, sample, blocklists, clock, attemptTimeoutMs = ATTEMPT_MS } = options;
  const lists = listsFor(blocklists);
  // The sample zone holds lists of its own: what they are worth says nothing about the real ones.
  const health = { live: createListHealthCache(clock), sample: createListHealthCache(clock) };
  return report => {
    const asked = servers();
    const sessions = new Map<string, TriageDns>();
    const dnsFor = (domain: string | null): TriageDns => {
      const name = domain ?? "";
      const live = withKeys(liveResolver({ servers: asked, clock, attemptTimeoutMs }), blocklists);
      const base = sample === null ? live : sampleAware(name, { live, sample });
      const session = sessions.get(name) ?? dnsSession(base, { domain: name, randomLabel });
      sessions.set(name, session);
      return session;
    };
    const { senderDomain, recipientDomains } = questionsOf(report);
    const sender = senderDomain ?? recipientDomains[0] ?? "";
    const isSample = sample !== null && isSampleDomain(sender);
    return gatherEvidence(report, {
      clock,
      lists,
      listHealth: isSample ? health.sample : health.live,
      dnsFor,
    });
  };
}

const ATTEMPT_MS = 1500;

const randomLabel = (): string => randomBytes(8).toString("hex");
