import type { Evidence, EvidenceKey, GatheredEvidence } from "../evidence.ts";
import type { Status } from "../finding.ts";
import type { PresentedFinding } from "../present.ts";

/** What pictures are drawn from. */
export interface PictureSource {
  readonly domain: string;
  /** Of any engine version: a part may be missing. */
  readonly evidence: Partial<GatheredEvidence>;
  readonly findings: readonly PresentedFinding[];
}

/** One part of the evidence, or null where it was not gathered. */
export function evidenceOf<Key extends EvidenceKey>(source: PictureSource, key: Key): Evidence[Key] | null {
  const part = source.evidence[key];
  return part?.ok === true ? part.value : null;
}

const BY_GRAVITY: readonly Status[] = ["fail", "inconclusive", "warn", "pass", "info", "not-applicable"];

/** The gravest thing that any check says about a host, address or selector. */
export const gravestAbout = ({ findings }: PictureSource, subject: string): PresentedFinding | undefined =>
  BY_GRAVITY.flatMap(status =>
    findings.filter(finding => finding.status === status && finding.subject === subject),
  )[0];
