import { z } from "zod";
import { BOUNCE_SCHEMA, type BounceReport } from "#lib/bounce/bounce-report.ts";
import { EVENTS } from "#lib/bounce/vocabulary.ts";
import type { BounceEvidence } from "./evidence.ts";
import { STATEMENTS, type Statement } from "./statements.ts";

/** The stored form of a bounce: what was read and what was gathered, never what was concluded. */
export const TRIAGE_SCHEMA = "mailtriage.triage/1";

/** What personal data has been taken out. */
export const REMOVALS = ["local-parts", "names", "subject", "message-id", "text"] as const;
export type Removal = (typeof REMOVALS)[number];

const Stored = z.object({
  schema: z.literal(TRIAGE_SCHEMA),
  /** Of the sample domains: gathered without any network. */
  sample: z.boolean(),
  /** As it was read from the mail alone; ranked with the evidence whenever it is shown. */
  report: z.looseObject({
    schema: z.literal(BOUNCE_SCHEMA),
    event: z.enum(EVENTS),
    failures: z.array(z.looseObject({})),
  }),
  /** Null until it is gathered, and where that failed. */
  evidence: z.looseObject({ gatheredAt: z.iso.datetime() }).nullable(),
  statements: z.array(z.enum(STATEMENTS)),
  removed: z.array(z.enum(REMOVALS)),
});

export interface StoredTriage {
  readonly schema: typeof TRIAGE_SCHEMA;
  readonly sample: boolean;
  readonly report: BounceReport;
  readonly evidence: BounceEvidence | null;
  readonly statements: readonly Statement[];
  readonly removed: readonly Removal[];
}

/**
 * Reads what was stored. The shape around report and evidence is checked; both are what this version's reader and
 * gatherer wrote, so they are typed and not walked again.
 */
export const readStoredTriage = (json: unknown): StoredTriage =>
  Stored.parse(json) as unknown as StoredTriage;
