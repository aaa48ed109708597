import type { BounceReport } from "#lib/bounce/bounce-report.ts";
import { createBounceExaminer } from "#lib/engine/create-bounce-examiner.ts";
import { joinEvidence } from "#lib/triage/join-evidence.ts";
import { systemClock } from "#lib/values/clock.ts";
import type { CliIo, DnsOptions } from "./io.ts";
import { dnsServers } from "./process-io.ts";

/** Ranks the causes of a report again by what DNS says about both domains. A failed lookup is no evidence. */
export function evidenceJoiner(dns: DnsOptions, io: CliIo): (report: BounceReport) => Promise<BounceReport> {
  const servers = dnsServers(dns);
  const examine = createBounceExaminer({
    servers: () => servers,
    sample: null,
    blocklists: io.blocklists,
    attemptTimeoutMs: dns.timeoutMs,
    clock: systemClock,
  });
  return async report =>
    report.failures.length === 0
      ? report
      : joinEvidence(report, { evidence: await examine(report), statements: [] }).report;
}
