import { packPlainReports } from "#lib/db/plain-reports.ts";
import { defineChore } from "../chore.ts";

/** Reports that an earlier version stored whole. */
export const plainReports = defineChore({
  id: "plain-reports",
  bounds: [],
  rule: "Reports that earlier versions stored whole are packed.",
  lot: 20,
  run: (ctx, limit) => ctx.database.transaction(db => packPlainReports(db, limit), { ms: 60_000 }),
});
