import { z } from "zod";
import { Cursor } from "../cursor.ts";
import { DomainText, Id, Limit, Moment, pageOf } from "./common.ts";
import { ScanSummary } from "./scan.ts";

/** Hourly, every six and twelve hours, daily, weekly. */
const Interval = z
  .literal([3_600, 21_600, 43_200, 86_400, 604_800])
  .meta({ description: "Seconds from one look to the next, give or take a tenth.", examples: [86_400] });

export const AddMonitor = z.strictObject({
  domain: DomainText,
  intervalSeconds: Interval.optional().meta({ description: "A day where it is not said." }),
});

export const ChangeMonitor = z.strictObject({
  intervalSeconds: Interval.optional(),
  paused: z.boolean().optional().meta({ description: "After a pause the first look is due at once." }),
});

export const Monitor = z.object({
  id: Id,
  domain: z.string().meta({ description: "A-labels, lower case.", examples: ["example.com"] }),
  unicode: z.string().nullable(),
  intervalSeconds: z.number().int(),
  paused: z.boolean(),
  running: z.boolean().meta({ description: "Whether a look is under way." }),
  nextRunAt: Moment.nullable().meta({ description: "Null while it is paused." }),
  lastScan: ScanSummary.nullable().meta({
    description: "The last finished look; null before the first, and when it was deleted.",
  }),
  failingSince: Moment.nullable().meta({
    description: "Since when looks could not check anything. That says nothing about the domain.",
  }),
  proof: z
    .object({
      name: z.string().meta({ examples: ["_mailtriage-challenge.example.com"] }),
      type: z.literal("TXT"),
      value: z.string(),
      expiresAt: Moment.nullable().meta({ description: "Null once it has proven control." }),
      provenAt: Moment.nullable(),
    })
    .meta({
      description:
        "The record that proves control of the domain. Until then only the account itself is told.",
    }),
  createdAt: Moment,
  url: z.string().meta({ description: "This watched domain in the API." }),
  changes: z.string().meta({ description: "What was noticed." }),
  page: z.url().meta({ description: "The page for people." }),
});

export const MonitorProof = z.object({
  outcome: z.enum(["found", "absent", "different", "unchecked"]).meta({
    description:
      "`found`: control is proven. `absent`: DNS answered, and there is no such record. `different`: there are TXT records, none with the value. `unchecked`: DNS did not answer, which says nothing and changes nothing.",
  }),
});

export const MonitorPage = pageOf(Monitor);

export const ListMonitorsQuery = z.strictObject({ limit: Limit, cursor: Cursor.optional() });

export const MonitorChange = z.object({
  id: Id,
  status: z.enum(["unconfirmed", "confirmed", "dismissed"]).meta({
    description:
      "`confirmed`: a second, fresh look saw the same. `dismissed`: it did not, or could not tell. Only confirmed changes are told by alerts.",
  }),
  noticedAt: Moment,
  confirmedAt: Moment.nullable(),
  dismissedAt: Moment.nullable(),
  beforeScan: Id.nullable(),
  afterScan: Id,
  differences: z.array(
    z.object({
      check: z.string(),
      subject: z.string().nullable(),
      sentence: z.string().meta({ examples: ["DMARC policy went from quarantine to none"] }),
      direction: z.enum(["worse", "better", "other"]),
      fate: z.enum(["open", "confirmed", "gone", "unsure"]).meta({
        description: "`gone`: the second look saw it no more. `unsure`: it could not tell.",
      }),
    }),
  ),
});

export const MonitorChangePage = pageOf(MonitorChange);
