import type { Status } from "#lib/scan/finding.ts";

/** What a page that follows a scan is told, one JSON object an event. */
export type LiveNews =
  /** The scan is waiting, or a worker has begun it (again): whatever was shown of it is void. */
  | { readonly type: "begun"; readonly at: string | null }
  | {
      readonly type: "progress";
      /** Lookups answered so far. */
      readonly lookups: number;
      /** The name asked for last. */
      readonly asking: string | null;
      readonly findings: readonly LiveFinding[];
    }
  | { readonly type: "ended" };

/** One finding in words, before the report is complete. */
export interface LiveFinding {
  readonly check: string;
  readonly question: string;
  readonly status: Status;
  readonly title: string;
  readonly subject: string | null;
}
