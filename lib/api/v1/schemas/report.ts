import { z } from "zod";
import { SECTIONS, STATUSES } from "#lib/scan/finding.ts";
import { LETTERS } from "#lib/scan/grade.ts";
import { SCAN_SCHEMA } from "#lib/scan/report.ts";
import { Moment } from "./common.ts";

const Status = z.enum(STATUSES).meta({
  description: "`inconclusive` means that it could not be found out: neither good nor bad.",
});

const Letter = z.enum(LETTERS);

const FixRecord = z.object({
  action: z.enum(["create", "replace", "delete"]),
  name: z.string(),
  type: z.string(),
  value: z.string().meta({ description: "Exactly the text to publish; empty for `delete`." }),
  replaces: z.string().nullable().meta({ description: "The published text that goes away." }),
});

const Fix = z.object({
  who: z.enum(["dns-admin", "mail-admin", "provider", "list-operator", "nobody"]),
  steps: z.array(z.string()),
  records: z.array(FixRecord),
});

export const Finding = z.object({
  check: z.string().meta({ description: "Id of the check, see `GET /checks`." }),
  outcome: z.string().meta({ description: "A code of that check. Codes are never renamed." }),
  status: Status,
  subject: z.string().nullable().meta({
    description: "The host, selector, address, list or term spoken about, where a check speaks of many.",
  }),
  args: z.record(z.string(), z.unknown()).meta({ description: "What the outcome says, as values." }),
  lookups: z.array(z.string()).meta({ description: "Ids of the lookups that it rests on." }),
  question: z.string(),
  title: z.string().meta({ description: "The answer in words. Wording may change; codes do not." }),
  detail: z.string().nullable(),
  fix: Fix.nullable(),
});

const Lookup = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  status: z.string(),
  rcode: z.number().nullable(),
  answers: z.array(z.string()).meta({ description: "Records in presentation form." }),
  ttl: z.number().nullable(),
  ad: z.boolean(),
  extendedErrors: z.array(z.object({ code: z.number(), text: z.string() })),
  server: z.string().nullable(),
  attempts: z.number(),
  startedMs: z.number(),
  ms: z.number(),
});

const Evidence = z
  .union([
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({
      ok: z.literal(false),
      failure: z.object({ reason: z.string(), lookups: z.array(z.string()) }),
    }),
  ])
  .meta({ description: "What one probe brought back, or why it did not." });

/** The public JSON of a finished scan, the same that the command line prints with --json. */
export const ScanReport = z
  .object({
    schema: z.literal(SCAN_SCHEMA),
    engine: z.string(),
    domain: z.string(),
    unicode: z.string().nullable(),
    sample: z.boolean(),
    startedAt: Moment,
    durationMs: z.number(),
    dns: z.object({
      servers: z.array(z.string()),
      healthy: z.boolean(),
      problem: z.string().nullable(),
      validating: z.boolean().nullable(),
      queries: z.number(),
    }),
    grade: Letter.nullable(),
    gradeReason: z.string().nullable().meta({ description: "Why there is no grade, in words." }),
    score: z.number().nullable(),
    coverage: z.object({ done: z.number(), of: z.number() }),
    sections: z.array(
      z.object({
        id: z.enum(SECTIONS),
        grade: Letter.nullable(),
        score: z.number().nullable(),
        status: Status,
      }),
    ),
    findings: z.array(Finding),
    context: z.record(z.string(), z.unknown()),
    evidence: z.record(z.string(), Evidence),
    probeLookups: z.record(z.string(), z.array(z.string())),
    lookups: z.array(Lookup),
  })
  .meta({ description: "The whole report, schema `mailtriage.scan/1`." });
