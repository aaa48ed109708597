import { z } from "zod";
import { SECTIONS, STATUSES } from "#lib/scan/finding.ts";

export const Check = z.object({
  id: z.string().meta({ examples: ["spf-lookup-limit"] }),
  section: z.enum(SECTIONS),
  question: z.string(),
  why: z.string(),
  reference: z.string().meta({ examples: ["RFC 7208 section 4.6.4"] }),
  weighty: z.boolean().meta({ description: "Without it there is no grade." }),
  outcomes: z.array(z.object({ outcome: z.string(), status: z.enum(STATUSES) })),
  page: z.string().meta({ description: "Every answer it can give and what to do about it, for people." }),
});

export const CheckList = z.object({ engine: z.string(), data: z.array(Check) });
