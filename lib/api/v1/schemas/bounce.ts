import { z } from "zod";
import { BOUNCE_SCHEMA } from "#lib/bounce/bounce-report.ts";
import { CAUSES, EVENTS, PARTIES, PERMANENCES } from "#lib/bounce/vocabulary.ts";
import { Id, Moment } from "./common.ts";

export const StartBounce = z.strictObject({
  text: z.string().meta({
    description:
      "The returned mail with its headers, a pasted part of it, a line of a log or the event of a webhook: one bounce.",
    examples: ["550 5.4.1 Recipient address rejected: Access denied"],
  }),
});

const Failure = z.object({
  recipient: z.string().nullable(),
  event: z.enum(EVENTS),
  replyCode: z.number().nullable(),
  enhancedStatus: z.string().nullable(),
  diagnostic: z.string().nullable().meta({ description: "The words of the server that decided." }),
  provider: z.string().nullable(),
  causes: z
    .array(z.object({ cause: z.enum(CAUSES), probability: z.number() }))
    .meta({ description: "The most likely first, ranked with the evidence once it is there." }),
  ruledOut: z.array(z.object({ cause: z.enum(CAUSES) })),
  permanence: z.enum(PERMANENCES),
  addressDead: z.enum(["yes", "no", "unknown"]),
  party: z.enum(PARTIES).meta({ description: "Who has to act." }),
  advice: z.record(z.string(), z.unknown()).meta({ description: "Steps for each party." }),
});

/** The public JSON of a bounce, the same that the command line prints with --json. */
export const BounceReport = z
  .object({
    schema: z.literal(BOUNCE_SCHEMA),
    event: z.enum(EVENTS),
    format: z.string(),
    failures: z.array(Failure),
    message: z.record(z.string(), z.unknown()),
    text: z.string().meta({ description: "The decoded text that `matched` of a failure refers to." }),
    removed: z.array(z.string()).meta({ description: "What personal data has been taken out." }),
    evidence: z.record(z.string(), z.unknown()).nullable().meta({
      description: "What was asked about it; null until it is gathered, and where that failed.",
    }),
  })
  .meta({ description: "The whole report, schema `mailtriage.bounce/1`." });

export const Bounce = z.object({
  id: Id,
  status: z.enum(["pending", "running", "done", "failed"]).meta({
    description: "Of the evidence. The report is there at once, read from the mail alone.",
  }),
  createdAt: Moment,
  finishedAt: Moment.nullable(),
  senderDomain: z.string().nullable(),
  recipientDomain: z.string().nullable(),
  cause: z.string().nullable().meta({ description: "The most likely cause of the first failure." }),
  failure: z.string().nullable().meta({ description: "Why there is no evidence: a code." }),
  senderScan: Id.nullable().meta({ description: "The scan of the sender's domain." }),
  recipientScan: Id.nullable().meta({ description: "The scan of the first recipient's domain." }),
  recipientScans: z.array(Id).meta({ description: "The scans of the domains of all recipients." }),
  url: z.string().meta({ description: "This bounce in the API." }),
  page: z.url().meta({ description: "The report for people." }),
  report: BounceReport,
});
