import { type Known, known } from "../known.ts";
import type { DmarcRecord } from "./parse-record.ts";
import { recordOf, type WalkStep } from "./walk-step.ts";

/** A name of this many labels or more is cut to one label less than this (RFC 9989 4.10 step 4). */
const SHORTCUT_LABELS = 8;

/** A record that a walk came upon. */
export interface FoundRecord {
  readonly domain: string;
  readonly record: DmarcRecord;
}

/** A finished tree walk: its records from the longest name to the shortest. */
export interface TreeWalk {
  readonly found: readonly FoundRecord[];
  readonly organizationalDomain: string;
}

/** The domains a tree walk asks about, at most eight, the start first (RFC 9989 4.10). */
export function walkDomains(start: string): readonly string[] {
  const labels = start.split(".");
  const parents = labels.slice(labels.length >= SHORTCUT_LABELS ? 1 - SHORTCUT_LABELS : 1);
  return [start, ...parents.map((_, index) => parents.slice(index).join("."))];
}

/**
 * The steps that a walk for mail of a sub-domain, which has no record of its own, makes above itself. Below a
 * domain of eight or more labels the shortcut passes over that domain.
 */
export const stepsForSubdomain = (steps: readonly WalkStep[]): readonly WalkStep[] =>
  (steps[0]?.domain.split(".").length ?? 0) >= SHORTCUT_LABELS ? steps.slice(1) : steps;

/** The steps up to the one where the walk stops: a single record with `psd=y` or `psd=n`, or the last label. */
export function stepsTaken(steps: readonly WalkStep[]): readonly WalkStep[] {
  const stop = steps.findIndex(step => isStop(recordOf(step)));
  return stop < 0 ? steps : steps.slice(0, stop + 1);
}

/**
 * Takes the steps in order and selects the organizational domain of `start` (RFC 9989 4.10.2). A step that
 * failed may hide any record, so nothing after it can be concluded.
 */
export function walk(start: string, steps: readonly WalkStep[]): Known<TreeWalk> {
  const found: FoundRecord[] = [];
  for (const step of stepsTaken(steps)) {
    if (step.failure !== null) return { ok: false, failure: step.failure };
    const record = recordOf(step);
    if (record !== null) found.push({ domain: step.domain, record });
  }
  return known({ found, organizationalDomain: selectOrganizationalDomain(start, found) });
}

const isStop = (record: DmarcRecord | null): boolean => record !== null && record.psd !== "u";

function selectOrganizationalDomain(start: string, found: readonly FoundRecord[]): string {
  for (const { domain, record } of found) {
    if (record.psd === "n") return domain;
    if (record.psd === "y" && domain !== start) return oneLabelBelow(domain, start);
  }
  return found.at(-1)?.domain ?? start;
}

/** The ancestor of `start` that is one label longer than the public suffix. */
const oneLabelBelow = (suffix: string, start: string): string =>
  start
    .split(".")
    .slice(-(suffix.split(".").length + 1))
    .join(".");
