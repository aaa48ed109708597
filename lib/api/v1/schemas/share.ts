import { z } from "zod";
import { Cursor } from "../cursor.ts";
import { Id, Limit, Moment, pageOf } from "./common.ts";

export const CreateShare = z.strictObject({
  scan: Id.meta({ description: "Id of a finished scan of this account." }),
  days: z
    .int()
    .min(1)
    .max(365)
    .optional()
    .meta({ description: "How long the link is good; 30 where it is not said." }),
  note: z.string().max(1_000).optional().meta({ description: "What the reader should know." }),
});

export const Share = z.object({
  id: Id,
  scan: Id.nullable().meta({ description: "Null for a link to something else than a scan." }),
  note: z.string().nullable(),
  createdAt: Moment,
  expiresAt: Moment,
  revokedAt: Moment.nullable(),
  lastUsedAt: Moment.nullable(),
  uses: z.number().int(),
});

export const CreatedShare = Share.extend({
  link: z.url().meta({ description: "Opens the report for whoever has it. Told this once." }),
});

export const SharePage = pageOf(Share);

export const ListSharesQuery = z.strictObject({
  scan: Id.optional().meta({ description: "Only links to this scan." }),
  limit: Limit,
  cursor: Cursor.optional(),
});
