import { z } from "zod";
import { STATEMENTS } from "#lib/triage/statements.ts";
import { SERVICE_ID } from "../schemas.ts";

/** Octets of everything that is handed in at once. */
export const MOST_BYTES = 25 * 1024 * 1024;

/** What was pasted, or files that were dropped. */
export interface BounceInput {
  readonly text?: string;
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export const BounceIdInput = z.object({ id: SERVICE_ID });
export type BounceIdInput = z.input<typeof BounceIdInput>;

export const StateInput = z.object({
  id: SERVICE_ID,
  /** All that hold; what is left out does not. */
  statements: z.array(z.enum(STATEMENTS)).max(STATEMENTS.length),
});
export type StateInput = z.input<typeof StateInput>;

export const ShareBounceInput = z.object({
  id: SERVICE_ID,
  days: z.coerce.number().int().min(1).max(365).default(30),
  note: z.string().trim().max(1_000).default(""),
});
export type ShareBounceInput = z.input<typeof ShareBounceInput>;
