import { requesterOf } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { startScan } from "../scans/start.ts";
import { toServiceError } from "../service-error.ts";
import { scansOfDomains } from "#lib/db/batch-scans.ts";
import { domainsToScan } from "./domains-to-scan.ts";
import { getBatch } from "./get.ts";
import { measuredSince } from "./measured-since.ts";
import type { BatchIdInput } from "./schemas.ts";

/** Domains scanned at one press. */
export const DOMAINS_AT_ONCE = 20;
const LOOK_THROUGH = 500;

/**
 * Asks for scans of the next domains of a batch that have none yet, those with most failures first; each is paid for
 * like any scan. Domains that cannot be scanned are left out. Returns how many were asked for. Refuses with
 * `not-found`, and with `limited` where not even one was possible.
 */
export async function scanBatchDomains({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: BatchIdInput;
}): Promise<number> {
  const batch = await getBatch({ ctx, input });
  const { db } = ctx.database;
  const found = await domainsToScan(db, batch.id, { recipients: LOOK_THROUGH, senders: DOMAINS_AT_ONCE });
  const domains = [...new Set([...found.senders, ...found.recipients].map(({ domain }) => domain))];
  const scanned = await scansOfDomains(db, {
    domains,
    requester: requesterOf(ctx.actor),
    since: measuredSince(batch),
  });
  const waiting = domains
    .filter(domain => !scanned.some(scan => scan.domain === domain))
    .slice(0, DOMAINS_AT_ONCE);
  let asked = 0;
  for (const domain of waiting) {
    try {
      await startScan({ ctx, input: { domain, source: "web" } });
      asked += 1;
    } catch (error) {
      const refusal = toServiceError(error);
      if (refusal?.code === "invalid") continue;
      if (refusal?.code !== "limited" || asked === 0) throw error;
      break;
    }
  }
  return asked;
}
