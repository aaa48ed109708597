import { z } from "zod";
import type { GatheredEvidence } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import { FAILURE_REASONS, SECTIONS, STATUSES } from "./finding.ts";
import type { Grade } from "./grade.ts";
import { LETTERS } from "./grade.ts";

/** The stored form of a scan: codes and arguments, plain JSON, with a version that is upgraded on read. */
export const SCAN_SCHEMA = "mailtriage.scan/1";

const Json: z.ZodType<unknown> = z.unknown();

const StoredFinding = z.object({
  check: z.string(),
  outcome: z.string(),
  status: z.enum(STATUSES),
  subject: z.string().nullable(),
  args: z.record(z.string(), z.json()),
  lookups: z.array(z.string()),
});

const LookupEntry = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  status: z.string(),
  rcode: z.number().nullable(),
  /** Records in presentation form, TXT in one quoted string a piece. */
  answers: z.array(z.string()),
  ttl: z.number().nullable(),
  ad: z.boolean(),
  extendedErrors: z.array(z.object({ code: z.number(), text: z.string() })),
  server: z.string().nullable(),
  attempts: z.number(),
  startedMs: z.number(),
  ms: z.number(),
});
export type LookupEntry = z.infer<typeof LookupEntry>;

const GradeReason = z.discriminatedUnion("code", [
  z.object({ code: z.literal("inconclusive"), checks: z.array(z.string()) }),
  z.object({ code: z.literal("resolver-untrusted") }),
  z.object({ code: z.literal("domain-does-not-exist") }),
  z.object({ code: z.literal("public-suffix") }),
]);

const SectionGrade = z.object({
  id: z.enum(SECTIONS),
  grade: z.enum(LETTERS).nullable(),
  score: z.number().nullable(),
  status: z.enum(STATUSES),
});

const StoredReport = z.object({
  schema: z.literal(SCAN_SCHEMA),
  engine: z.string(),
  domain: z.string(),
  /** The name as people write it, when it differs from the A-label form. */
  unicode: z.string().nullable(),
  /** True for the offline sample domains. */
  sample: z.boolean(),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  dns: z.object({
    servers: z.array(z.string()),
    healthy: z.boolean(),
    problem: z.string().nullable(),
    validating: z.boolean().nullable(),
    queries: z.number(),
  }),
  context: z.object({
    domain: z.string(),
    mailProvider: z.string().nullable(),
    dnsProvider: z.string().nullable(),
    sends: z.boolean().nullable().optional(),
  }),
  grade: z.enum(LETTERS).nullable(),
  gradeReason: GradeReason.nullable(),
  score: z.number().nullable(),
  coverage: z.object({ done: z.number(), of: z.number() }),
  sections: z.array(SectionGrade),
  findings: z.array(StoredFinding),
  evidence: z.record(
    z.string(),
    z.discriminatedUnion("ok", [
      z.object({ ok: z.literal(true), value: Json }),
      z.object({
        ok: z.literal(false),
        failure: z.object({ reason: z.enum(FAILURE_REASONS), lookups: z.array(z.string()) }),
      }),
    ]),
  ),
  /** Which lookups each probe asked. */
  probeLookups: z.record(z.string(), z.array(z.string())),
  lookups: z.array(LookupEntry),
});

/** A report as the engine made it, with the types of this version. */
export type ScanReport = Omit<z.infer<typeof StoredReport>, "evidence" | "findings" | keyof Grade> &
  Grade & { readonly findings: readonly Finding[]; readonly evidence: GatheredEvidence };

/**
 * Reads a stored report. The shape around the evidence is checked; the evidence is what an engine of that
 * schema version wrote, so it is typed and not walked again.
 */
export function readStoredReport(json: unknown): ScanReport {
  return StoredReport.parse(json) as unknown as ScanReport;
}
