import { createHash } from "node:crypto";
import { lockForTransaction } from "#lib/db/advisory-lock.ts";
import type { Db } from "#lib/db/handle.ts";
import type { Requester } from "#lib/db/requester.ts";
import { addScanRequest, type RequestSource } from "#lib/db/scan-requests.ts";
import type { ScanStatus, ScanSummary } from "#lib/db/scans.ts";
import { findJoinableScan, insertScan } from "#lib/db/scans.ts";
import type { ScanHints } from "#lib/scan/define-probe.ts";
import type { DomainName } from "#lib/values/domain-name.ts";
import type { ServiceContext } from "../context.ts";
import { daysAfter, KEEP_DAYS } from "../upkeep/policy.ts";

/** What a scan answers. Requests with the same question are answered by one scan. */
export interface ScanQuestion {
  readonly domain: DomainName;
  readonly unicode: string | null;
  readonly hints: ScanHints;
}

/** For this long an answer is fresh. */
const JOIN_MS = 60_000;

/**
 * The scan that answers the question already, running or fresh; null where there is none. Until the transaction
 * ends nobody else can ask the same question, so that two never store a scan each.
 */
export const findFreshScan = (
  ctx: ServiceContext,
  db: Db,
  question: ScanQuestion,
): Promise<ScanSummary | null> => findScanAmong(ctx, db, question, ["pending", "running", "done"]);

/** The same, where a finished scan is no answer: something may have been published since. */
export const findUnfinishedScan = (
  ctx: ServiceContext,
  db: Db,
  question: ScanQuestion,
): Promise<ScanSummary | null> => findScanAmong(ctx, db, question, ["pending", "running"]);

async function findScanAmong(
  ctx: ServiceContext,
  db: Db,
  question: ScanQuestion,
  statuses: readonly ScanStatus[],
): Promise<ScanSummary | null> {
  const joinKey = joinKeyOf(question);
  await lockForTransaction(db, `scan ${joinKey}`);
  const since = new Date(ctx.clock.now().getTime() - JOIN_MS);
  return findJoinableScan(db, { joinKey, since, statuses });
}

/** Stores a pending scan for a question that no fresh one answers. */
export const storeScan = (
  ctx: ServiceContext,
  db: Db,
  question: ScanQuestion,
  id: string = ctx.newToken(),
): Promise<ScanSummary> =>
  insertScan(db, {
    id,
    ...question,
    joinKey: joinKeyOf(question),
    requestedAt: ctx.clock.now(),
    keepUntil: daysAfter(ctx.clock.now(), KEEP_DAYS.scan),
  });

/** Notes who asked: authority over the scan hangs on it. */
export const noteRequest = (
  ctx: ServiceContext,
  db: Db,
  request: { readonly scanId: string; readonly requester: Requester; readonly source: RequestSource },
): Promise<void> => addScanRequest(db, { id: ctx.newToken(), ...request, requestedAt: ctx.clock.now() });

/** Scans with other hints answer other questions, and hints may be private: they join nothing. */
function joinKeyOf({ domain, hints: { selectors, sendingAddresses } }: ScanQuestion): string {
  const question = JSON.stringify([domain, selectors.toSorted(), sendingAddresses.toSorted()]);
  return createHash("sha256").update(question).digest("hex");
}
