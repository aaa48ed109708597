import type { Finding } from "#lib/scan/finding.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { notFound, ServiceError } from "../service-error.ts";
import { getScan, type ScanView } from "./get.ts";
import { CompareScansInput } from "./schemas.ts";

/** One thing that was said of the domain before and is said otherwise now. */
export interface FindingChange {
  readonly check: string;
  readonly subject: string | null;
  /** Null where the check did not speak of this subject. */
  readonly before: Finding | null;
  readonly after: Finding | null;
}

export interface ScanComparison {
  readonly before: ScanView;
  readonly after: ScanView;
  readonly changes: readonly FindingChange[];
}

/** What changed between two finished scans of one domain. Refuses with `not-found` or `invalid`. */
export async function compareScans({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: CompareScansInput;
}): Promise<ScanComparison> {
  const ids = readInput(CompareScansInput, input);
  const [before, after] = await Promise.all([
    getScan({ ctx, input: { id: ids.before } }),
    getScan({ ctx, input: { id: ids.after } }),
  ]);
  if (before.report === null || after.report === null) throw notFound("finished scan");
  if (before.domain !== after.domain) {
    throw new ServiceError("invalid", "Only scans of the same domain can be compared.", { field: "before" });
  }
  return { before, after, changes: changedFindings(before.report, after.report) };
}

/** Findings whose outcome, status or arguments differ, in the order of the later report, lost ones last. */
export function changedFindings(before: ScanReport, after: ScanReport): readonly FindingChange[] {
  const earlier = byKey(before.findings);
  const later = byKey(after.findings);
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap(key => {
    const was = earlier.get(key) ?? null;
    const is = later.get(key) ?? null;
    const one = is ?? was;
    if (one === null || saysTheSame(was, is)) return [];
    return [{ check: one.check, subject: one.subject, before: was, after: is }];
  });
}

/** A check may say several things of one subject: they are told apart by their place among them. */
function byKey(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map(finding => {
      const name = JSON.stringify([finding.check, finding.subject]);
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      return [`${name} ${nth}`, finding];
    }),
  );
}

const saysTheSame = (one: Finding | null, other: Finding | null): boolean =>
  one !== null &&
  other !== null &&
  one.outcome === other.outcome &&
  one.status === other.status &&
  JSON.stringify(one.args) === JSON.stringify(other.args);
