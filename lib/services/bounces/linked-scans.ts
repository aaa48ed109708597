import { NO_HINTS } from "#lib/scan/define-probe.ts";
import type { Db } from "#lib/db/handle.ts";
import { scanJob } from "#lib/jobs/definitions.ts";
import type { TriageQuestions } from "#lib/triage/questions.ts";
import { toUnicode } from "#lib/values/domain-name.ts";
import { requesterOf } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForDomain } from "../limits/charges.ts";
import { refuseWhenFull, spend } from "../limits/spend.ts";
import { findFreshScan, noteRequest, type ScanQuestion, storeScan } from "../scans/question.ts";
import { ServiceError } from "../service-error.ts";

export interface LinkedScans {
  readonly senderScanId: string | null;
  /** Of the recipients' domains, in the order of the report. */
  readonly recipientScanIds: readonly string[];
}

/**
 * Asks for scans of the domains on both sides, in the transaction that stores the bounce: the sender's with the
 * selectors of the mail and its sending address, those of the recipients without. The bounce has paid for them. A domain
 * that was scanned too often is left out: a bounce does not fail for that.
 */
export async function linkScans(
  ctx: ServiceContext,
  db: Db,
  questions: TriageQuestions,
): Promise<LinkedScans> {
  const { senderDomain, recipientDomains, signatures, ip } = questions;
  const selectors = signatures.flatMap(({ domain, selector }) => (domain === senderDomain ? [selector] : []));
  const hints = { selectors, sendingAddresses: ip === null ? [] : [ip.text] };
  const sender =
    senderDomain === null
      ? null
      : await scanOnce(ctx, db, { domain: senderDomain, unicode: toUnicode(senderDomain), hints });
  const recipients: string[] = [];
  for (const domain of recipientDomains) {
    const scan = await scanOnce(ctx, db, { domain, unicode: toUnicode(domain), hints: NO_HINTS });
    if (scan !== null) recipients.push(scan);
  }
  return { senderScanId: sender, recipientScanIds: recipients };
}

async function scanOnce(ctx: ServiceContext, db: Db, question: ScanQuestion): Promise<string | null> {
  const fresh = await findFreshScan(ctx, db, question);
  if (fresh === null && !(await mayScan(ctx, db, question))) return null;
  const scan = fresh ?? (await storeScan(ctx, db, question));
  await noteRequest(ctx, db, { scanId: scan.id, requester: requesterOf(ctx.actor), source: "bounce" });
  if (fresh === null) await ctx.queue.enqueue(db, scanJob, { scanId: scan.id });
  return scan.id;
}

async function mayScan(ctx: ServiceContext, db: Db, { domain }: ScanQuestion): Promise<boolean> {
  if (ctx.actor.kind === "system") return true;
  try {
    await refuseWhenFull(ctx, db);
    await spend(ctx, db, chargeForDomain(ctx, domain));
    return true;
  } catch (error) {
    if (error instanceof ServiceError && error.code === "limited") return false;
    throw error;
  }
}
