import { changeState } from "#lib/scan/changes/change-state.ts";
import { challengeName } from "#lib/values/challenge-name.ts";
import { type ScanRow, serialiseSummary } from "./scan.ts";

/** What a verb knows of a watched domain. */
export interface MonitorRow {
  readonly id: string;
  readonly domain: string;
  readonly unicode: string | null;
  readonly intervalSeconds: number;
  readonly pausedAt: Date | null;
  readonly running: boolean;
  readonly nextRunAt: Date;
  readonly lastScan: ScanRow | null;
  readonly failingSince: Date | null;
  readonly proof: { readonly value: string; readonly expiresAt: Date; readonly provenAt: Date | null };
  readonly createdAt: Date;
}

export const monitorUrl = (id: string): string => `/api/v1/monitors/${id}`;

/** A watched domain. `site` is where people reach the pages, without a final slash. */
export const serialiseMonitor = (monitor: MonitorRow, site: string) => ({
  id: monitor.id,
  domain: monitor.domain,
  unicode: monitor.unicode,
  intervalSeconds: monitor.intervalSeconds,
  paused: monitor.pausedAt !== null,
  running: monitor.running,
  nextRunAt: monitor.pausedAt === null ? monitor.nextRunAt.toISOString() : null,
  lastScan: monitor.lastScan === null ? null : serialiseSummary(monitor.lastScan, site),
  failingSince: monitor.failingSince?.toISOString() ?? null,
  proof: {
    name: challengeName(monitor.domain),
    type: "TXT" as const,
    value: monitor.proof.value,
    expiresAt: monitor.proof.provenAt === null ? monitor.proof.expiresAt.toISOString() : null,
    provenAt: monitor.proof.provenAt?.toISOString() ?? null,
  },
  createdAt: monitor.createdAt.toISOString(),
  url: monitorUrl(monitor.id),
  changes: `${monitorUrl(monitor.id)}/changes`,
  page: `${site}/account/watched/${monitor.id}`,
});

/** What a verb knows of something noticed. */
export interface ChangeRow {
  readonly id: string;
  readonly noticedAt: Date;
  readonly confirmedAt: Date | null;
  readonly dismissedAt: Date | null;
  readonly beforeScanId: string | null;
  readonly afterScanId: string;
  readonly changes: readonly {
    readonly check: string;
    readonly subject: string | null;
    readonly sentence: string;
    readonly direction: "worse" | "better" | "other";
    readonly fate: "open" | "confirmed" | "gone" | "unsure";
  }[];
}

export const serialiseChange = (change: ChangeRow) => ({
  id: change.id,
  status: changeState(change),
  noticedAt: change.noticedAt.toISOString(),
  confirmedAt: change.confirmedAt?.toISOString() ?? null,
  dismissedAt: change.dismissedAt?.toISOString() ?? null,
  beforeScan: change.beforeScanId,
  afterScan: change.afterScanId,
  differences: change.changes.map(({ check, subject, sentence, direction, fate }) => ({
    check,
    subject,
    sentence,
    direction,
    fate,
  })),
});
