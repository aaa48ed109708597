import type { Metadata } from "next";
import { cache } from "react";
import { BounceRunning } from "#components/live/bounce-running.tsx";
import { LiveBounce } from "#components/live/live-bounce.tsx";
import { BounceActions } from "#components/report/bounce/bounce-actions.tsx";
import { BounceReport } from "#components/report/bounce/bounce-report.tsx";
import { KeptData } from "#components/report/bounce/kept-data.tsx";
import { RemovedNotice } from "#components/report/bounce/removed-notice.tsx";
import { StatementsForm } from "#components/report/bounce/statements-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getBounce } from "#lib/services/bounces/get.ts";
import { viewBounce, viewReading } from "#lib/web/bounce-view/view-bounce.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { deleteBounceAction, forgetBounceAction, stateAction } from "./actions.ts";

interface Props {
  readonly params: Promise<{ id: string }>;
}

/** Asked by the title and by the page, answered once a request. */
const load = cache(async (id: string) => orNotFound(getBounce({ ctx: await pageContext(), input: { id } })));

/** Titles end up in histories: the domain is enough. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { recipientDomain } = await load((await params).id);
  const title = recipientDomain === null ? "Returned mail" : `Mail refused by ${recipientDomain}`;
  return { title, robots: { index: false } };
}

export default async function BouncePage({ params }: Props) {
  const bounce = await load((await params).id);
  const { id, status, mine, triage, privateUntil, scans } = bounce;
  if (status === "pending" || status === "running") {
    return <BounceRunning id={id} reading={viewReading(triage.report)} />;
  }
  const { clock } = await pageContext();
  const isMeasuring = [scans.sender, ...scans.recipients].some(scan => scan?.finishedAt === null);
  return (
    <>
      {isMeasuring ? <LiveBounce id={id} /> : null}
      <BounceReport
        bounce={viewBounce(bounce, { now: clock.now() })}
        reader={mine ? "sender" : "other"}
        actions={<BounceActions base={`/bounces/${id}`} mine={mine} />}
        notice={
          <>
            {mine ? null : <RemovedNotice removed={triage.removed} />}
            {status === "failed" ? <NotAsked /> : null}
          </>
        }
        ask={({ questions }) =>
          questions.length === 0 ? null : (
            <StatementsForm bounce={id} questions={questions} action={stateAction} />
          )
        }
      >
        {mine ? (
          <KeptData
            id={id}
            privateUntil={privateUntil?.toISOString() ?? null}
            forget={forgetBounceAction}
            remove={deleteBounceAction}
          />
        ) : null}
      </BounceReport>
    </>
  );
}

const NotAsked = () => (
  <Notice status="inconclusive" title="DNS was not asked" className="mt-8 max-w-[72ch]">
    Something went wrong on our side, several times. What stands here rests on the report alone; nothing about
    DNS follows from that. The fault has been recorded.
  </Notice>
);
