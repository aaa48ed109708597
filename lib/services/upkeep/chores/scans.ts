import { reviewScans } from "#lib/db/scan-retention.ts";
import { defineChore } from "../chore.ts";
import { daysAfter, KEEP_DAYS, LOOK_AGAIN_DAYS } from "../policy.ts";

/** Whether anybody still needs a scan whose time has come. */
export const scans = defineChore({
  id: "scans",
  bounds: ["Scan", "StoredReport", "ReportBase", "ScanRequest", "ScanFinding", "ScanProgress"],
  rule: `Scans go after ${KEEP_DAYS.scan} days; those that an account asked for itself, and the last of each day of a watched domain, after ${KEEP_DAYS.dailyScan}. One that a living share link, a watched domain, a change or a bounce refers to stays as long as that.`,
  lot: 200,
  run: (ctx, limit) => {
    const now = ctx.clock.now();
    return ctx.database.transaction(db =>
      reviewScans(db, {
        now,
        accountDays: KEEP_DAYS.accountScan,
        dailyDays: KEEP_DAYS.dailyScan,
        lookAgainAt: daysAfter(now, LOOK_AGAIN_DAYS),
        limit,
      }),
    );
  },
});
