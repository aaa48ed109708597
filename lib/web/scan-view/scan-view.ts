import type { FixParty, FixRecord, SectionId, Status } from "#lib/scan/finding.ts";
import type { Letter } from "#lib/scan/grade.ts";
import type { LookupEntry } from "#lib/scan/report.ts";
import type { ScanPictures } from "#lib/scan/pictures/pictures.ts";
import type { ExplainedTree } from "./explain-tree.ts";

/** A scan report as a page shows it: every word rendered, nothing left to decide. */
export interface ScanView {
  readonly domain: string;
  /** The name as people write it, when it differs. */
  readonly unicode: string | null;
  readonly sample: boolean;
  readonly measured: Measured;
  readonly verdict: Verdict;
  readonly grade: GradeView;
  readonly sections: readonly SectionView[];
  readonly fixes: readonly FixView[];
  readonly pictures: PicturesView;
  readonly lookups: readonly LookupEntry[];
  /** Lookup ids by the probe that asked them. */
  readonly probeLookups: Readonly<Record<string, readonly string[]>>;
}

export interface PicturesView extends Omit<ScanPictures, "spf"> {
  readonly spf: ExplainedTree | null;
}

/** When, through whom and with what it was measured. */
export interface Measured {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly durationMs: number;
  readonly engine: string;
  readonly servers: readonly string[];
  readonly validating: boolean | null;
  readonly queries: number;
}

/** The first thing that is read. */
export interface Verdict {
  readonly sentence: string;
  readonly status: Status;
  /** One more sentence, where there is more to say. */
  readonly addition: string | null;
}

export interface GradeView {
  readonly letter: Letter | null;
  /** Why there is no letter. */
  readonly reason: string | null;
  readonly done: number;
  readonly of: number;
  /** How many results of each status, for the ring. */
  readonly counts: Readonly<Record<Status, number>>;
}

export interface SectionView {
  readonly id: SectionId;
  readonly title: string;
  /** What the section asks, in one line. */
  readonly question: string;
  readonly letter: Letter | null;
  readonly status: Status;
  readonly checks: readonly CheckView[];
}

export interface CheckView {
  readonly id: string;
  readonly question: string;
  readonly status: Status;
  /** The answer in words: the worst finding's. */
  readonly answer: string;
  /** The number people look for, such as "7 / 10"; null where there is none. */
  readonly figure: string | null;
  readonly reference: string;
  readonly findings: readonly FindingView[];
}

export interface FindingView {
  readonly subject: string | null;
  readonly status: Status;
  readonly title: string;
  readonly detail: string | null;
  readonly fix: FixWords | null;
  /** Its place in "fix these, in this order", from 1; null where it is not among them. */
  readonly step: number | null;
  /** Ids of the lookups it rests on. */
  readonly lookups: readonly string[];
}

/** One step of "fix these, in this order". */
export interface FixView {
  readonly check: string;
  readonly subject: string | null;
  /** The subject, where the title does not name it. */
  readonly about: string | null;
  readonly status: Status;
  readonly title: string;
  readonly why: string | null;
  readonly fix: FixWords;
  /** "C → B", or null where it moves no letter. */
  readonly effect: { readonly from: Letter; readonly to: Letter } | null;
}

export interface FixWords {
  readonly who: FixParty;
  readonly steps: readonly string[];
  readonly records: readonly RecordView[];
}

/** A record to publish, and what each of its terms means, and each of those it had before. */
export interface RecordView extends FixRecord {
  readonly terms: readonly RecordTerm[];
  readonly termsBefore: readonly RecordTerm[];
}

export interface RecordTerm {
  readonly text: string;
  readonly meaning: string;
}
