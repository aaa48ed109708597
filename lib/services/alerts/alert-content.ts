import { z } from "zod";
import type { Db } from "#lib/db/handle.ts";
import { timesOfChange } from "#lib/db/alerts.ts";
import type { AlertOccasion } from "./alert.ts";

const Moment = z.coerce.date();

/** A change as it is kept for the letters and events that will tell of it. */
const ChangedContent = z.object({
  kind: z.literal("changed"),
  changes: z.array(
    z.object({ checkId: z.string(), sentence: z.string(), direction: z.enum(["worse", "better", "other"]) }),
  ),
  afterScanId: z.string(),
  beforeScanId: z.string().nullable(),
  /** The last look before the change; null where there is no record of it. */
  lastSeenAt: Moment.nullable(),
  noticedAt: Moment,
});
export type ChangedContent = z.output<typeof ChangedContent>;

const UnverifiableContent = z.object({ kind: z.literal("unverifiable"), since: Moment });
export type UnverifiableContent = z.output<typeof UnverifiableContent>;

export const AlertContent = z.discriminatedUnion("kind", [ChangedContent, UnverifiableContent]);
export type AlertContent = z.output<typeof AlertContent>;

/** What is kept of an occasion: enough to tell of it when everything else has been tidied away. */
export async function contentOf(db: Db, occasion: AlertOccasion, now: Date): Promise<AlertContent> {
  if (occasion.kind === "unverifiable") return { kind: "unverifiable", since: occasion.since };
  const times = await timesOfChange(db, occasion.changeId);
  return {
    kind: "changed",
    changes: [...occasion.changes],
    afterScanId: occasion.afterScanId,
    beforeScanId: times?.beforeScanId ?? null,
    lastSeenAt: times?.lastSeenAt ?? null,
    noticedAt: times?.noticedAt ?? now,
  };
}
