import type { Db } from "#lib/db/handle.ts";
import type { Requester } from "#lib/db/requester.ts";
import type { RequestSource } from "#lib/db/scan-requests.ts";
import { NO_HINTS } from "#lib/scan/define-probe.ts";
import { type DomainName, toUnicode } from "#lib/values/domain-name.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForDomain } from "../limits/charges.ts";
import { spend } from "../limits/spend.ts";
import { findFreshScan, noteRequest, type ScanQuestion, storeScan } from "./question.ts";

export interface BroughtScan {
  readonly scanId: string;
  /** Nobody else carries it out: a fresh one has a job of its own. */
  readonly isNew: boolean;
}

/**
 * The scan of one of many domains in somebody's name: the fresh one that there is, or a new one without a job, for
 * whoever brings it to carry out. In a transaction. Refuses with `limited` what is scanned too often.
 */
export async function bringScan(
  ctx: ServiceContext,
  db: Db,
  { domain, requester, source }: { domain: DomainName; requester: Requester; source: RequestSource },
): Promise<BroughtScan> {
  const question: ScanQuestion = { domain, unicode: toUnicode(domain), hints: NO_HINTS };
  const fresh = await findFreshScan(ctx, db, question);
  if (fresh === null) await spend(ctx, db, chargeForDomain(ctx, domain));
  const scan = fresh ?? (await storeScan(ctx, db, question));
  await noteRequest(ctx, db, { scanId: scan.id, requester, source });
  return { scanId: scan.id, isNew: fresh === null };
}
