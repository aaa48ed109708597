import type { DmarcReading, Disposition } from "#lib/mail/dmarc/reading.ts";
import type { WalkStep } from "#lib/mail/dmarc/walk-step.ts";
import { evidenceOf, type PictureSource } from "./picture-source.ts";

/** Where the DMARC policy was looked for, in order (RFC 9989 4.10), and what came of it. */
export interface DmarcWalkPicture {
  readonly steps: readonly DmarcStep[];
  readonly conclusion: string;
}

export interface DmarcStep {
  readonly name: string;
  readonly result: "record" | "unusable" | "absent" | "failed";
  /** The record, or what came back instead. */
  readonly text: string;
  /** True for the step whose record counts. */
  readonly decides: boolean;
}

/** Draws the tree walk, from the domain upwards. */
export function drawDmarcWalk(source: PictureSource): DmarcWalkPicture | null {
  const dmarc = evidenceOf(source, "dmarc");
  if (dmarc === null || dmarc.walk.length === 0) return null;
  const reading = dmarc.rfc9989;
  const deciding = reading.record.ok ? (reading.record.value?.domain ?? null) : null;
  return {
    steps: dmarc.walk.map(step => ({
      name: step.name,
      ...found(step),
      decides: deciding !== null && step.domain === deciding,
    })),
    conclusion: conclude(reading),
  };
}

function found(step: WalkStep): Pick<DmarcStep, "result" | "text"> {
  const [record] = step.records;
  if (step.failure !== null) return { result: "failed", text: `could not be looked up (${step.status})` };
  if (step.records.length > 1) {
    return { result: "unusable", text: `${step.records.length} DMARC records: receivers ignore all of them` };
  }
  if (record !== undefined) return { result: "record", text: record };
  const [nearMiss] = step.nearMisses;
  if (nearMiss !== undefined) return { result: "unusable", text: nearMiss.text };
  if (step.status === "not-asked") return { result: "absent", text: "not asked: the name would be too long" };
  if (step.status === "nxdomain") return { result: "absent", text: "no such name" };
  return {
    result: "absent",
    text: step.others > 0 ? "no DMARC record among the texts there" : "no record there",
  };
}

function conclude({ record, exact }: DmarcReading): string {
  if (!record.ok) return "Which record decides is not known, because a lookup failed.";
  if (record.value === null) return "No record decides: receivers apply no DMARC to mail from this domain.";
  const whose = record.value.role === "own" ? "its own record" : `the record of ${record.value.domain}`;
  const fate = exact.ok ? FATES[exact.value.applied ?? "nothing"] : "what happens to it is not known";
  return `For mail that fails, ${whose} decides: ${fate}.`;
}

const FATES: { readonly [Policy in NonNullable<Disposition["applied"]> | "nothing"]: string } = {
  reject: "it is refused",
  quarantine: "it is treated as spam",
  none: "nothing happens to it",
  nothing: "nothing happens to it",
};
