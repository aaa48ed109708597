import type { EvidenceKey } from "./evidence.ts";
import { ENGINE_VERSION } from "./engine-version.ts";
import { gradeFindings } from "./grade.ts";
import { judge, type OnFault } from "./judge.ts";
import { CHECKS } from "./registry.ts";
import type { ScanReport } from "./report.ts";

/**
 * Judges stored evidence again with the checks and the grade policy of this version, without any lookup.
 * Evidence that an older engine did not gather makes its checks inconclusive.
 */
export function replayReport(report: ScanReport, onFault: OnFault = () => {}): ScanReport {
  const missing = { ok: false as const, failure: { reason: "not-gathered" as const, lookups: [] } };
  const evidence = new Proxy(report.evidence, {
    get: (target, key) => Reflect.get(target, key) ?? missing,
  });
  const lookupsOf = (key: EvidenceKey): readonly string[] => report.probeLookups[key] ?? [];
  const findings = CHECKS.flatMap(check => judge(check, evidence, lookupsOf, onFault));
  return { ...report, engine: ENGINE_VERSION, ...gradeFindings(findings, CHECKS), findings };
}
