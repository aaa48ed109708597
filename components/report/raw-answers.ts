import type { Status } from "#lib/scan/finding.ts";
import type { LookupEntry } from "#lib/scan/report.ts";
import { lookupOutcome } from "./lookup-outcome.ts";

/** One lookup and what came back. */
export interface RawAnswer {
  readonly type: string;
  readonly name: string;
  /** How it ended, with TTL, server and time. */
  readonly facts: string;
  readonly failed: boolean;
  readonly answers: readonly string[];
  /** Answers beyond those. */
  readonly more: number;
}

export interface RawAnswers {
  readonly shown: readonly RawAnswer[];
  /** Lookups beyond those. */
  readonly more: number;
}

/** How many raw answers are shown in place: most where something has to be understood. */
const SHOWN: { readonly [Name in Status]?: number } = { fail: 6, inconclusive: 6, warn: 4 };
const MOST_ANSWERS = 4;

/** The lookups that a finding rests on, those that tell most first. */
export function rawAnswers(
  finding: { readonly ids: readonly string[]; readonly status: Status },
  lookups: ReadonlyMap<string, LookupEntry>,
): RawAnswers {
  const asked = finding.ids.flatMap(id => lookups.get(id) ?? []).toSorted(byWeight);
  const most = SHOWN[finding.status] ?? 3;
  return { shown: asked.slice(0, most).map(rawAnswer), more: Math.max(0, asked.length - most) };
}

/** Failures tell most, then records, then that there is nothing. */
const WEIGHTS: Readonly<Record<string, number>> = { records: 1, nodata: 2, nxdomain: 2 };

const byWeight = (one: LookupEntry, other: LookupEntry): number =>
  (WEIGHTS[one.status] ?? 0) - (WEIGHTS[other.status] ?? 0);

function rawAnswer(lookup: LookupEntry): RawAnswer {
  const { failed, word } = lookupOutcome(lookup);
  const { type, name, answers, ttl, server, ms } = lookup;
  const facts = [word, ttl === null ? null : `TTL ${ttl} s`, server, `${ms} ms`];
  return {
    type,
    name,
    facts: facts.filter(fact => fact !== null).join(" · "),
    failed,
    answers: answers.slice(0, MOST_ANSWERS),
    more: Math.max(0, answers.length - MOST_ANSWERS),
  };
}
