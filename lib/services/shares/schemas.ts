import { z } from "zod";
import { SERVICE_ID } from "../schemas.ts";

export const CreateShareInput = z.object({
  scanId: SERVICE_ID,
  /** How long the link is good. */
  days: z.coerce.number().int().min(1).max(365).default(30),
  /** What the reader should know, in the words of the person who shares. */
  note: z.string().trim().max(1_000).default(""),
});
export type CreateShareInput = z.input<typeof CreateShareInput>;

export const ListSharesInput = z.object({
  scanId: SERVICE_ID.optional(),
  bounceId: SERVICE_ID.optional(),
  /** Links behind this one: the last of the page before. */
  after: z.object({ createdAt: z.date(), id: SERVICE_ID }).optional(),
  limit: z.number().int().min(1).max(101).optional(),
});
export type ListSharesInput = z.input<typeof ListSharesInput>;

export const RevokeShareInput = z.object({ id: SERVICE_ID });
export type RevokeShareInput = z.input<typeof RevokeShareInput>;
