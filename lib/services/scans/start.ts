import { createHash } from "node:crypto";
import { lockForTransaction } from "#lib/db/advisory-lock.ts";
import { addScanRequest } from "#lib/db/scan-requests.ts";
import type { ScanSummary } from "#lib/db/scans.ts";
import { findJoinableScan, insertScan } from "#lib/db/scans.ts";
import { scanJob } from "#lib/jobs/definitions.ts";
import type { ScanHints } from "#lib/scan/define-probe.ts";
import type { DomainName } from "#lib/values/domain-name.ts";
import { requesterOf } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForDomain, chargeForWork } from "../limits/charges.ts";
import { refuseWhenFull, spend } from "../limits/spend.ts";
import { readInput } from "../schemas.ts";
import { StartScanInput } from "./schemas.ts";

/** Requests for the same domain within this time are answered by one scan. */
const JOIN_MS = 60_000;

export interface StartedScan {
  readonly scan: ScanSummary;
  /** The scan was already there, running or fresh. */
  readonly joined: boolean;
}

/**
 * Asks for a scan. The pending scan, who asked for it and the job are stored in one transaction: all of them
 * or none. A worker takes it up at once. Refuses with `invalid` (field `domain`), `limited` or `unavailable`.
 */
export async function startScan({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: StartScanInput;
}): Promise<StartedScan> {
  const { domain, selectors, sendingAddresses, source } = readInput(StartScanInput, input);
  const hints: ScanHints = { selectors, sendingAddresses };
  const now = ctx.clock.now();
  const joinKey = joinKeyOf(domain.domain, hints);
  return ctx.database.transaction(async db => {
    await lockForTransaction(db, `scan ${joinKey}`);
    const since = new Date(now.getTime() - JOIN_MS);
    const running = await findJoinableScan(db, { joinKey, since });
    if (ctx.actor.kind !== "system") {
      if (running === null) await refuseWhenFull(ctx, db);
      await spend(ctx, db, [
        // A bounce has paid for the scans that it asks for.
        ...(source === "bounce" ? [] : chargeForWork(ctx)),
        ...(running === null ? chargeForDomain(ctx, domain.domain) : []),
      ]);
    }
    const scan =
      running ??
      (await insertScan(db, { id: ctx.newToken(), ...names(domain), joinKey, hints, requestedAt: now }));
    await addScanRequest(db, {
      id: ctx.newToken(),
      scanId: scan.id,
      requester: requesterOf(ctx.actor),
      source,
      requestedAt: now,
    });
    if (running === null) await ctx.queue.enqueue(db, scanJob, { scanId: scan.id });
    return { scan, joined: running !== null };
  });
}

const names = ({ domain, unicode }: { domain: DomainName; unicode: string | null }) => ({ domain, unicode });

/** Scans with other hints answer other questions, and hints may be private: they join nothing. */
function joinKeyOf(domain: DomainName, { selectors, sendingAddresses }: ScanHints): string {
  const question = JSON.stringify([domain, selectors.toSorted(), sendingAddresses.toSorted()]);
  return createHash("sha256").update(question).digest("hex");
}
