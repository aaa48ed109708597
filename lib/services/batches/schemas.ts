import { z } from "zod";
import { BATCH_DIMENSIONS, type BatchFilter } from "#lib/db/batch-filter.ts";
import { SERVICE_ID } from "../schemas.ts";

export const BatchIdInput = z.object({ id: SERVICE_ID });
export type BatchIdInput = z.input<typeof BatchIdInput>;

/** The value that stands for "not known" in an address. */
export const UNKNOWN_VALUE = "-";

const value = z
  .string()
  .min(1)
  .max(320)
  .transform(text => (text === UNKNOWN_VALUE ? null : text));

/** Which failures: "cause=mailbox_full", "domain=-". What is no dimension is left out. */
const Filter = z
  .object(Object.fromEntries(BATCH_DIMENSIONS.map(name => [name, value.optional()])))
  .transform((read): BatchFilter => read);

export const BatchQueryInput = z.object({ id: SERVICE_ID, filter: Filter.default({}) });
export type BatchQueryInput = z.input<typeof BatchQueryInput>;

export const BatchRowsInput = z.object({
  id: SERVICE_ID,
  filter: Filter.default({}),
  /** The `next` of the page before. */
  after: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.number().int().min(1).max(200).default(50),
});
export type BatchRowsInput = z.input<typeof BatchRowsInput>;
