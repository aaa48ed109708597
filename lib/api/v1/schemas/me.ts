import { z } from "zod";
import { API_SCOPES } from "#lib/values/api-scope.ts";
import { Id, Moment } from "./common.ts";

export const Me = z.object({
  account: z.object({ id: Id }),
  key: z.object({
    id: Id,
    name: z.string(),
    prefix: z.string().meta({ description: "The first characters of the key.", examples: ["mt_live_4fRb"] }),
    scopes: z.array(z.enum(API_SCOPES)),
    createdAt: Moment,
    expiresAt: Moment.nullable(),
  }),
  limits: z
    .array(
      z.object({
        name: z.string(),
        quota: z.number(),
        windowSeconds: z.number(),
        remaining: z.number(),
      }),
    )
    .meta({ description: "What the `RateLimit` headers of each answer tell too." }),
});
