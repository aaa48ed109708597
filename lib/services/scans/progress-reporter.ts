import { addProgress } from "#lib/db/scan-progress.ts";
import type { ScanProgress } from "#lib/scan/run-scan.ts";
import type { ServiceContext } from "../context.ts";

/** A scan tells hundreds of things within a second or two; they are stored a batch at a time. */
const BATCH_MS = 100;

export interface ProgressReporter {
  readonly tell: (event: ScanProgress) => void;
  /** Resolves when everything told is stored or given up. Nothing told later is stored. */
  finish(): Promise<void>;
}

/** Stores the news of a running scan as it comes. News that cannot be stored is dropped: the report has it all. */
export function progressReporter({ clock, database }: ServiceContext, scanId: string): ProgressReporter {
  let waiting: ScanProgress[] = [];
  let flushing: Promise<void> | null = null;
  let finished = false;
  const hurry = new AbortController();

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      await clock.sleep(BATCH_MS, hurry.signal);
      const batch = latestCountOnly(waiting);
      waiting = [];
      await addProgress(database.db, scanId, batch).catch(() => {});
    }
    flushing = null;
  }

  return {
    tell(event) {
      if (finished) return;
      waiting.push(event);
      flushing ??= flush();
    },
    async finish() {
      finished = true;
      hurry.abort();
      await flushing;
    },
  };
}

/** Of the lookups of one batch only the last is news: it carries the count. */
function latestCountOnly(events: readonly ScanProgress[]): readonly ScanProgress[] {
  const last = events.findLast(event => event.type === "lookup");
  return events.filter(event => event.type !== "lookup" || event === last);
}
