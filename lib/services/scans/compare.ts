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

/**
 * Findings that are not said alike in both reports, in the order of the later one, those that went last. What a
 * check says of one subject is compared with what it said of the same.
 */
export function changedFindings(
  before: Pick<ScanReport, "findings">,
  after: Pick<ScanReport, "findings">,
): readonly FindingChange[] {
  const earlier = bySubject(before.findings);
  const later = bySubject(after.findings);
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap(key =>
    changesOf(earlier.get(key) ?? [], later.get(key) ?? []),
  );
}

function bySubject(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return Map.groupBy(findings, ({ check, subject }) => JSON.stringify([check, subject]));
}

/** What is said alike is no change; the rest is paired in order. */
function changesOf(before: readonly Finding[], after: readonly Finding[]): readonly FindingChange[] {
  const gone = before.filter(one => !after.some(other => saysTheSame(one, other)));
  const come = after.filter(one => !before.some(other => saysTheSame(one, other)));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, n) => {
    const was = gone[n] ?? null;
    const is = come[n] ?? null;
    const { check = "", subject = null } = is ?? was ?? {};
    return { check, subject, before: was, after: is };
  });
}

const saysTheSame = (one: Finding, other: Finding): boolean =>
  one.outcome === other.outcome &&
  one.status === other.status &&
  JSON.stringify(one.args) === JSON.stringify(other.args);
