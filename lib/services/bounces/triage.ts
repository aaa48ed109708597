import type { BounceReport } from "#lib/bounce/bounce-report.ts";
import type { BounceEvent } from "#lib/bounce/vocabulary.ts";
import { type BounceSummary, insertBounce } from "#lib/db/bounces.ts";
import { bounceJob } from "#lib/jobs/definitions.ts";
import { joinEvidence } from "#lib/triage/join-evidence.ts";
import { questionsOf } from "#lib/triage/questions.ts";
import { redactTriage } from "#lib/triage/redact.ts";
import { type StoredTriage, TRIAGE_SCHEMA } from "#lib/triage/stored-triage.ts";
import { isSampleDomain } from "#lib/values/domain-name.ts";
import { DAY_MS } from "#lib/values/duration.ts";
import { requesterOf, requireScope } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForWork } from "../limits/charges.ts";
import { refuseWhenFull, spend } from "../limits/spend.ts";
import { linkScans } from "./linked-scans.ts";

/** For so long the owner can read the text and the names. */
export const KEEP_PRIVATE_MS = 30 * DAY_MS;

/** What was read of one mail, before anything is asked about it. */
export interface TriageBounceInput {
  readonly report: BounceReport;
}

/**
 * Takes one bounce. It is stored with what was read from it; the scans of the domains and the job that gathers the
 * evidence are stored in the same transaction. Refuses with `limited`, `forbidden` or `unavailable`.
 */
export async function triageBounce({
  ctx,
  input: { report },
}: {
  ctx: ServiceContext;
  input: TriageBounceInput;
}): Promise<BounceSummary> {
  requireScope(ctx.actor, "bounces:write");
  const now = ctx.clock.now();
  const questions = questionsOf(report);
  const { senderDomain, recipientDomains } = questions;
  const [recipientDomain = null] = recipientDomains;
  const requester = requesterOf(ctx.actor);
  const own: StoredTriage = {
    schema: TRIAGE_SCHEMA,
    sample: isSampleDomain(recipientDomain ?? senderDomain ?? ""),
    report,
    evidence: null,
    statements: [],
    removed: [],
  };
  return ctx.database.transaction(async db => {
    if (ctx.actor.kind !== "system") {
      await refuseWhenFull(ctx, db);
      await spend(ctx, db, chargeForWork(ctx));
    }
    const scans = ASKED_ABOUT.has(report.event) ? await linkScans(ctx, db, questions) : NO_SCANS;
    const bounce = await insertBounce(db, {
      id: ctx.newToken(),
      requester,
      createdAt: now,
      privateUntil: new Date(now.getTime() + KEEP_PRIVATE_MS),
      senderDomain,
      recipientDomain,
      ...scans,
      cause: topCause(own),
      shared: redactTriage(own),
      // Nobody could ever read it again.
      own: requester.ownerId === null && requester.browserKeyHash === null ? null : own,
    });
    await ctx.queue.enqueue(db, bounceJob, { bounceId: bounce.id });
    return bounce;
  });
}

/** Events that have to do with how mail is delivered. */
const ASKED_ABOUT: ReadonlySet<BounceEvent> = new Set(["failed", "delayed", "suppressed", "backscatter"]);

const NO_SCANS = { senderScanId: null, recipientScanIds: [] };

/** The most likely cause of the first failure, in the light of everything that is known. */
export const topCause = ({ report, evidence, statements }: StoredTriage) =>
  joinEvidence(report, { evidence, statements }).failures[0]?.failure.causes[0]?.cause ?? null;
