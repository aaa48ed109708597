import { z } from "zod";
import { STATUSES } from "#lib/scan/finding.ts";
import { Cursor } from "../cursor.ts";
import { DomainText, Id, Limit, Moment, pageOf } from "./common.ts";
import { ScanReport } from "./report.ts";
import { ScanSummary } from "./scan.ts";

export const StartBulk = z.strictObject({
  domains: z
    .array(DomainText)
    .min(1)
    .max(1_000)
    .meta({
      description: "One that is named twice is scanned once.",
      examples: [["example.com", "example.net"]],
    }),
});

export const Batch = z.object({
  id: Id,
  status: z.enum(["running", "done"]).meta({ description: "`done` once no domain waits any more." }),
  total: z.number().int(),
  pending: z.number().int(),
  running: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  deleted: z.number().int().meta({ description: "Scanned, and the scan was deleted since." }),
  requestedAt: Moment,
  finishedAt: Moment.nullable(),
  url: z.string().meta({ description: "This batch in the API." }),
  results: z.string().meta({ description: "Its results as JSON lines." }),
});

export const BatchPage = pageOf(Batch);

export const ListBatchesQuery = z.strictObject({ limit: Limit, cursor: Cursor.optional() });

export const BatchResultsQuery = z.strictObject({
  include: z
    .enum(["report"])
    .optional()
    .meta({ description: "`report` adds the whole report to each line: some 100 KB a domain." }),
});

/** One line of the results. */
export const BatchResult = z.object({
  position: z.number().int().meta({ description: "From 0, in the order of the call." }),
  domain: z.string(),
  unicode: z.string().nullable(),
  status: z.enum(["pending", "running", "done", "failed", "deleted"]),
  failure: z.string().nullable().meta({
    description:
      "Why there is no result: `limited` (too many scans of this domain, whoever asked) or `crashed`. It says nothing about the domain.",
  }),
  scan: ScanSummary.nullable(),
  findings: z.array(
    z.object({
      check: z.string(),
      outcome: z.string(),
      status: z.enum(STATUSES),
      subject: z.string().nullable(),
    }),
  ),
  report: ScanReport.nullable().optional(),
});
