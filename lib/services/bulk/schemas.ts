import { z } from "zod";
import { DomainText } from "../scans/schemas.ts";
import { SERVICE_ID } from "../schemas.ts";

/** The most that one call takes. Whoever has more makes more calls. */
export const MOST_DOMAINS = 1_000;

export const StartBulkInput = z.object({ domains: z.array(DomainText).min(1).max(MOST_DOMAINS) });
export type StartBulkInput = z.input<typeof StartBulkInput>;

export const BatchIdInput = z.object({ id: SERVICE_ID });
export type BatchIdInput = z.input<typeof BatchIdInput>;

/** A place in the list of batches. */
export const BatchPlace = z.object({ requestedAt: z.date(), id: SERVICE_ID });
export type BatchPlace = z.infer<typeof BatchPlace>;

export const ListBatchesInput = z.object({
  after: BatchPlace.optional(),
  limit: z.number().int().min(1).max(100).default(25),
});
export type ListBatchesInput = z.input<typeof ListBatchesInput>;

export const BatchResultsInput = z.object({ id: SERVICE_ID, reports: z.boolean().default(false) });
export type BatchResultsInput = z.input<typeof BatchResultsInput>;
