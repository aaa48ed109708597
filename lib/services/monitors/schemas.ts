import { z } from "zod";
import { DomainText } from "../scans/schemas.ts";
import { SERVICE_ID } from "../schemas.ts";
import { INTERVALS, USUAL_INTERVAL, type WatchInterval } from "./policy.ts";

/** Seconds from one look to the next. */
const Interval = z
  .number()
  .refine((seconds): seconds is WatchInterval => INTERVALS.some(known => known === seconds), {
    message: `Choose one of these, in seconds: ${INTERVALS.join(", ")}.`,
  });

export const AddMonitorInput = z.object({
  domain: DomainText,
  intervalSeconds: Interval.default(USUAL_INTERVAL),
});
export type AddMonitorInput = z.input<typeof AddMonitorInput>;

export const AddManyInput = z.object({
  text: z.string().max(20_000, "That is too much text for fifty domains."),
  intervalSeconds: Interval.default(USUAL_INTERVAL),
});
export type AddManyInput = z.input<typeof AddManyInput>;

export const MonitorIdInput = z.object({ id: SERVICE_ID });
export type MonitorIdInput = z.input<typeof MonitorIdInput>;

export const ChangeMonitorInput = z.object({
  id: SERVICE_ID,
  intervalSeconds: Interval.optional(),
  paused: z.boolean().optional(),
});
export type ChangeMonitorInput = z.input<typeof ChangeMonitorInput>;

/** A place in a list that is ordered by time. */
export const Place = z.object({ at: z.date(), id: SERVICE_ID });
export type Place = z.infer<typeof Place>;

export const ListMonitorsInput = z.object({
  after: Place.optional(),
  limit: z.number().int().min(1).max(200).default(25),
});
export type ListMonitorsInput = z.input<typeof ListMonitorsInput>;

export const ListChangesInput = z.object({
  id: SERVICE_ID,
  after: Place.optional(),
  limit: z.number().int().min(1).max(100).default(25),
});
export type ListChangesInput = z.input<typeof ListChangesInput>;
