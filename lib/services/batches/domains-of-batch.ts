import { type ScanOfDomain, scansOfBatch } from "#lib/db/batch-domains.ts";
import type { Db } from "#lib/db/handle.ts";
import { domainsToScan } from "./domains-to-scan.ts";

/** The most domains of one batch that are scanned: each scan is hundreds of questions to other people's servers. */
export const MOST_DOMAINS = 1_000;

/** Beyond these nobody counts. */
const COUNTED = { recipients: 5_000, senders: 100 } as const;

export interface DomainsOfBatch {
  /** Those that were asked for, and how far their scans have come. */
  readonly scans: readonly ScanOfDomain[];
  /** Worth a scan and without one: nobody asked for it, or no scan came of it. Those worth most first. */
  readonly unscanned: readonly string[];
  /** How many of the unscanned a batch may still ask for. */
  readonly room: number;
}

/** The domains of a batch of which a scan says or would say something. */
export async function domainsOfBatch(db: Db, batchId: string): Promise<DomainsOfBatch> {
  const [scans, { senders, recipients }] = await Promise.all([
    scansOfBatch(db, batchId),
    domainsToScan(db, batchId, COUNTED),
  ]);
  const asked = new Set(scans.filter(({ status }) => !NOTHING_CAME.has(status)).map(({ domain }) => domain));
  const worth = new Set([...senders, ...recipients].map(({ domain }) => domain));
  return {
    scans,
    unscanned: [...worth].filter(domain => !asked.has(domain)),
    room: Math.max(0, MOST_DOMAINS - asked.size),
  };
}

const NOTHING_CAME: ReadonlySet<ScanOfDomain["status"]> = new Set(["refused", "failed"]);
