import type { MonitorChange } from "#lib/db/monitor-changes.ts";
import type { RunningMonitor } from "#lib/db/monitor-runs.ts";
import type { SaidChange } from "#lib/scan/changes/said.ts";
import { changeDirection, changeSentence } from "#lib/scan/changes/words.ts";
import type { Alert, AlertedMonitor } from "../alerts/alert.ts";

export const alertedMonitor = ({ id, ownerId, domain, provenAt }: RunningMonitor): AlertedMonitor => ({
  id,
  ownerId,
  domain,
  provenAt,
});

/** What an account is told of a confirmed change. */
export const changeAlert = (
  monitor: RunningMonitor,
  { change, confirmed }: { change: MonitorChange; confirmed: readonly SaidChange[] },
): Alert => ({
  monitor: alertedMonitor(monitor),
  occasion: {
    kind: "changed",
    changeId: change.id,
    afterScanId: change.afterScanId,
    changes: confirmed.map(one => ({
      checkId: one.check,
      sentence: changeSentence(one),
      direction: changeDirection(one),
    })),
  },
});
