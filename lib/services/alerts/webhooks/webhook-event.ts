import { z } from "zod";
import type { StoredAlert } from "#lib/db/alerts.ts";
import type { ChangedContent } from "../alert-content.ts";

export const WEBHOOK_SCHEMA = "mailtriage.webhook/1";

const Change = z.object({
  /** The id of the check, as under /checks. */
  check: z.string(),
  direction: z.enum(["worse", "better", "other"]),
  /** The change in words. They may be worded otherwise one day: programs look at `check`. */
  sentence: z.string(),
});

const Links = z.object({
  /** The report of the scan that saw the change. */
  report: z.url().nullable(),
  /** It beside the one before. */
  comparison: z.url().nullable(),
  /** The timeline of the domain; opens for the account that watches it. */
  monitor: z.url().nullable(),
  /** Where these alerts are set up; opens for the account that watches. */
  alerts: z.url(),
});

const Item = z.object({
  domain: z.string(),
  occurredAt: z.iso.datetime(),
  changes: z.array(Change),
  links: Links,
});

const Envelope = z.object({
  schema: z.literal(WEBHOOK_SCHEMA),
  /** The same in every attempt to deliver it, and in the header `Mailtriage-Id`. */
  id: z.string(),
  occurredAt: z.iso.datetime(),
  /** The one domain that this is about; null where there are none or several. */
  domain: z.string().nullable(),
  changes: z.array(Change),
  links: Links,
});

/** What is sent to webhooks. Members may be added; none changes its meaning within one version. */
export const WebhookEvent = z.discriminatedUnion("type", [
  Envelope.extend({
    type: z.literal("monitor.changed"),
    /** The change happened between these two looks. */
    lastSeenAt: z.iso.datetime().nullable(),
    noticedAt: z.iso.datetime(),
  }),
  Envelope.extend({
    type: z.literal("monitor.unverifiable"),
    /** How many domains; the list names the first hundred. */
    count: z.int(),
    domains: z.array(z.object({ domain: z.string(), since: z.iso.datetime() })),
  }),
  Envelope.extend({ type: z.literal("digest"), count: z.int(), alerts: z.array(Item) }),
  Envelope.extend({ type: z.literal("ping") }),
]);
export type WebhookEvent = z.output<typeof WebhookEvent>;

export const MOST_LISTED = 100;

export const noLinks = (site: string): WebhookEvent["links"] => ({
  report: null,
  comparison: null,
  monitor: null,
  alerts: `${site}/account/alerts`,
});

/** The links of a change. */
export const linksOf = (
  site: string,
  alert: StoredAlert,
  content: ChangedContent,
): WebhookEvent["links"] => ({
  report: `${site}/scans/${content.afterScanId}`,
  comparison:
    content.beforeScanId === null
      ? null
      : `${site}/scans/${content.afterScanId}/changes/${content.beforeScanId}`,
  monitor: alert.monitorId === null ? null : `${site}/account/watched/${alert.monitorId}`,
  alerts: `${site}/account/alerts`,
});

export const changesOf = ({ changes }: ChangedContent): WebhookEvent["changes"] =>
  changes.map(({ checkId, direction, sentence }) => ({ check: checkId, direction, sentence }));
