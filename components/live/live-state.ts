import type { LiveFinding, LiveNews } from "#lib/web/live-news.ts";
import type { Status } from "#lib/scan/finding.ts";

/** What a page knows of a running scan. */
export interface LiveState {
  readonly lookups: number;
  readonly asking: string | null;
  /** Milliseconds since the epoch at which the worker began; null while it waits for one. */
  readonly begunAt: number | null;
  readonly ended: boolean;
  /** One row a check, in the order in which they finished; its gravest finding speaks. */
  readonly rows: readonly LiveFinding[];
}

export const NOTHING_YET: LiveState = { lookups: 0, asking: null, begunAt: null, ended: false, rows: [] };

/**
 * What is known after one more piece of news. A new beginning voids what an earlier worker found; the same one told
 * again, as after a lost connection, does not.
 */
export function afterNews(state: LiveState, news: LiveNews): LiveState {
  switch (news.type) {
    case "begun": {
      const begunAt = news.at === null ? null : Date.parse(news.at);
      return begunAt === state.begunAt ? state : { ...NOTHING_YET, begunAt };
    }
    case "ended":
      return { ...state, ended: true };
    case "progress":
      return {
        ...state,
        lookups: Math.max(state.lookups, news.lookups),
        asking: news.asking ?? state.asking,
        rows: news.findings.reduce(withFinding, state.rows),
      };
  }
}

const BY_GRAVITY: readonly Status[] = ["fail", "inconclusive", "warn", "info", "pass", "not-applicable"];

function withFinding(rows: readonly LiveFinding[], finding: LiveFinding): readonly LiveFinding[] {
  const known = rows.find(row => row.check === finding.check);
  if (known === undefined) return [...rows, finding];
  const graver = BY_GRAVITY.indexOf(finding.status) < BY_GRAVITY.indexOf(known.status);
  return graver ? rows.map(row => (row === known ? finding : row)) : rows;
}
