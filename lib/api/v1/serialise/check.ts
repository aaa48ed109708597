import type { Check } from "#lib/scan/define-check.ts";
import { ENGINE_VERSION } from "#lib/scan/engine-version.ts";
import { CHECKS } from "#lib/scan/registry.ts";

/** Every check of this version, in the order of the report. */
export const serialiseChecks = () => ({ engine: ENGINE_VERSION, data: CHECKS.map(serialiseCheck) });

const serialiseCheck = ({ id, section, question, why, reference, weighty, outcomes }: Check) => ({
  id,
  section,
  question,
  why,
  reference,
  weighty,
  outcomes: Object.entries(outcomes).map(([outcome, { status, example }]) => ({
    outcome,
    status: typeof status === "function" ? status(example) : status,
  })),
  page: `/checks/${id}`,
});
