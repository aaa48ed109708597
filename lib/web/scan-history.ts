import type { Letter } from "#lib/scan/grade.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { listScans } from "#lib/services/scans/list.ts";

/** One finished scan in the history of a domain. */
export interface PastScan {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly letter: Letter | null;
}

/** As many as fit on a line or two. */
const MOST = 30;

/** The finished scans of a domain that this visitor asked for, oldest first. */
export async function scanHistory(ctx: ServiceContext, domain: string): Promise<readonly PastScan[]> {
  const { scans } = await listScans({ ctx, input: { domain, limit: MOST } });
  return scans
    .filter(scan => scan.status === "done")
    .map(scan => ({
      id: scan.id,
      at: (scan.startedAt ?? scan.requestedAt).toISOString(),
      letter: scan.grade,
    }))
    .toReversed();
}
