import type { Letter } from "#lib/scan/grade.ts";
import type { WatchedDomain } from "#lib/services/monitors/overview.ts";
import { utcDate, utcMinute } from "../utc-words.ts";
import type { PastScan } from "../scan-history.ts";
import { intervalWords } from "./interval-words.ts";

/** One watched domain in the list. */
export interface WatchedRow {
  readonly id: string;
  readonly href: string;
  readonly domain: string;
  readonly unicode: string | null;
  readonly letter: Letter | null;
  /** "Grade B", "No grade", "No report yet". */
  readonly standing: string;
  /** "Looked at 25 November 2026, 22:14 UTC; next about …" */
  readonly schedule: string;
  /** What stands in the way of watching; null where nothing does. */
  readonly trouble: string | null;
  readonly proof: "proven" | "unproven";
  /** "25 November 2026: DMARC policy went from quarantine to none" */
  readonly lastChange: string | null;
  readonly looks: readonly PastScan[];
}

export const watchedRows = (domains: readonly WatchedDomain[]): readonly WatchedRow[] =>
  domains.map(({ monitor, looks, lastChange }) => ({
    id: monitor.id,
    href: `/account/watched/${monitor.id}`,
    domain: monitor.domain,
    unicode: monitor.unicode,
    letter: monitor.lastScan?.grade ?? null,
    standing: standingOf(monitor.lastScan),
    schedule: scheduleWords(monitor),
    trouble:
      monitor.failingSince === null
        ? null
        : `Could not be checked since ${utcMinute(monitor.failingSince.toISOString())}`,
    proof: monitor.proof.provenAt === null ? "unproven" : "proven",
    lastChange:
      lastChange === null
        ? null
        : `${utcDate(lastChange.at.toISOString())}: ${lastChange.sentence}${lastChange.more > 0 ? `, and ${lastChange.more} more` : ""}`,
    looks: looks.map(({ id, at, grade }) => ({ id, at: at.toISOString(), letter: grade })),
  }));

const standingOf = (scan: { readonly grade: Letter | null } | null): string => {
  if (scan === null) return "No report yet";
  return scan.grade === null ? "No grade" : `Grade ${scan.grade}`;
};

/** When it was looked at last and will be next. */
export function scheduleWords({
  intervalSeconds,
  lastScan,
  nextRunAt,
  pausedAt,
  running,
}: WatchedDomain["monitor"]): string {
  const last =
    lastScan === null
      ? []
      : [`looked at ${utcMinute((lastScan.finishedAt ?? lastScan.requestedAt).toISOString())}`];
  const next = running
    ? "a look is under way"
    : pausedAt === null
      ? `next about ${utcMinute(nextRunAt.toISOString())}`
      : `paused on ${utcDate(pausedAt.toISOString())}`;
  const words = [...last, next, intervalWords(intervalSeconds)].join(", ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
