import type { ChangeFate, MonitorChange, NoticedChange } from "#lib/db/monitor-changes.ts";
import { compareWithKnown, isSameChange, learn, lookAgain } from "#lib/scan/changes/compare.ts";
import { firstKnown, type Known, type Look } from "#lib/scan/changes/known.ts";
import type { SaidChange } from "#lib/scan/changes/said.ts";

export interface LookQuestion {
  /** Null before the first look. */
  readonly known: Known | null;
  readonly look: Look;
  /** When the look began. */
  readonly at: Date;
  /** What earlier looks noticed and none has decided. */
  readonly open: readonly MonitorChange[];
  readonly confirmAfterMs: number;
}

export interface LookJudgement {
  readonly known: Known;
  readonly decided: readonly DecidedChange[];
  /** What this look noticed first. */
  readonly noticed: readonly SaidChange[];
}

/** What a look says of something noticed earlier. */
export interface DecidedChange {
  readonly change: MonitorChange;
  readonly changes: readonly NoticedChange[];
  /** `waiting`: another look has to decide. */
  readonly fate: "confirmed" | "dismissed" | "waiting";
  readonly unsureLooks: number;
  /** What is certain from now on. */
  readonly confirmed: readonly SaidChange[];
}

/** So many looks in a row may fail to tell before something noticed is dropped; it can be noticed anew. */
const MOST_UNSURE = 3;

/**
 * Judges one look over a watched domain. Pure. A difference is believed when a second look, later by the given
 * time, shows the same again; one that is gone by then is dropped; one about which a look cannot tell waits.
 */
export function judgeLook({ known, look, at, open, confirmAfterMs }: LookQuestion): LookJudgement {
  if (known === null) return { known: firstKnown(look), decided: [], noticed: [] };
  const compared = compareWithKnown(known, look);
  const decided = open.map(change =>
    decide(change, look, at.getTime() - change.noticedAt.getTime() >= confirmAfterMs),
  );
  const confirmed = decided.flatMap(one => one.confirmed);
  const spokenFor = [...confirmed, ...decided.flatMap(stillOpen)];
  return {
    known: learn(compared.known, confirmed),
    decided,
    noticed: compared.changes.filter(change => !spokenFor.some(other => isSameChange(change, other))),
  };
}

function decide(change: MonitorChange, look: Look, isLateEnough: boolean): DecidedChange {
  const looked = change.changes.map(one => ({ ...one, fate: fateOf(one, look, isLateEnough) }));
  const has = (fate: ChangeFate) => looked.some(one => one.fate === fate);
  const unsureLooks = change.unsureLooks + (has("unsure") ? 1 : 0);
  if (has("confirmed")) {
    return {
      change,
      changes: looked,
      fate: "confirmed",
      unsureLooks,
      confirmed: looked.filter(({ fate }) => fate === "confirmed"),
    };
  }
  const isGivenUp = has("unsure") && unsureLooks >= MOST_UNSURE;
  if (!has("open") && (!has("unsure") || isGivenUp)) {
    return { change, changes: looked, fate: "dismissed", unsureLooks, confirmed: [] };
  }
  // What could not be told this time stays open for the next.
  const changes = looked.map(one => (one.fate === "unsure" ? { ...one, fate: "open" as const } : one));
  return { change, changes, fate: "waiting", unsureLooks, confirmed: [] };
}

function fateOf(one: NoticedChange, look: Look, isLateEnough: boolean): ChangeFate {
  if (one.fate !== "open") return one.fate;
  const seen = lookAgain(look, one);
  if (seen === "seen") return isLateEnough ? "confirmed" : "open";
  return seen;
}

const stillOpen = ({ fate, changes }: DecidedChange): readonly SaidChange[] =>
  fate === "waiting" ? changes.filter(one => one.fate === "open") : [];
