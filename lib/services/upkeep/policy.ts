import { DAY_MS } from "#lib/values/duration.ts";

/** How long things are kept, in days; docs/retention.md tells people. Nothing else decides it. */
export const KEEP_DAYS = {
  /** Every scan, whoever asked for it. */
  scan: 90,
  /** A scan that an account asked for itself. */
  accountScan: 365,
  /** The last scan of each day of a watched domain. */
  dailyScan: 365,
  /** A bounce without the people in it, and a batch without its addresses. Those go after 30 days, by their rows. */
  bounce: 365,
  batch: 365,
  /** Which domains a program handed in at once; their scans are kept like others. */
  scanBatch: 90,
  /** A link after its end, so that its owner sees how it was used. */
  endedShare: 90,
  /** A key after its end, for the same reason. */
  endedKey: 365,
  /** What changed in a watched domain, with the scans that show it. */
  change: 730,
  alert: 365,
  /** A message after it was sent or given up. */
  message: 30,
  /** No limit has a longer period: what was not touched for so long is full again. */
  bucket: 1,
} as const;

/** How soon it is asked again whether a scan that somebody needs is still needed. */
export const LOOK_AGAIN_DAYS = 30;

/** That many days before a moment. */
export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

export const daysAfter = (now: Date, days: number): Date => daysBefore(now, -days);
