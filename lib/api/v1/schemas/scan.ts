import { z } from "zod";
import { LETTERS } from "#lib/scan/grade.ts";
import { Cursor } from "../cursor.ts";
import { DomainText, Id, Limit, Moment, pageOf } from "./common.ts";
import { ScanReport } from "./report.ts";

export const StartScan = z.strictObject({
  domain: DomainText,
  selectors: z
    .array(z.string().min(1).max(253))
    .max(20)
    .optional()
    .meta({
      description: "DKIM selectors that are known to be used, asked first.",
      examples: [["s1", "s2"]],
    }),
  sendingAddresses: z
    .array(z.union([z.ipv4(), z.ipv6()]))
    .max(20)
    .optional()
    .meta({ description: "IP addresses that send for the domain.", examples: [["192.0.2.25"]] }),
});

export const ScanSummary = z.object({
  id: Id,
  status: z.enum(["pending", "running", "done", "failed"]).meta({
    description: "`failed`: Mailtriage could not carry it out; it says nothing about the domain.",
  }),
  domain: z.string().meta({ description: "A-labels, lower case.", examples: ["example.com"] }),
  unicode: z.string().nullable().meta({ description: "The domain in its own script, where it has one." }),
  requestedAt: Moment,
  startedAt: Moment.nullable(),
  finishedAt: Moment.nullable(),
  engine: z.string().nullable(),
  grade: z.enum(LETTERS).nullable().meta({
    description: "Null until it is done, and where something weighty could not be checked.",
  }),
  failure: z.string().nullable().meta({ description: "A code; null unless `status` is `failed`." }),
  url: z.string().meta({ description: "This scan in the API.", examples: ["/api/v1/scans/…"] }),
  page: z.url().meta({ description: "The report for people." }),
});

export const Scan = ScanSummary.extend({
  report: ScanReport.nullable().meta({ description: "Null until `status` is `done`." }),
});

export const ScanPage = pageOf(ScanSummary);

export const ListScansQuery = z.strictObject({
  domain: DomainText.optional().meta({ description: "Only scans of this domain." }),
  limit: Limit,
  cursor: Cursor.optional(),
});
