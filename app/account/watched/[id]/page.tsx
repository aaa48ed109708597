import type { Metadata } from "next";
import { AccountPage, AccountSection } from "#components/account/account-page.tsx";
import { ActionButton } from "#components/forms/action-button.tsx";
import { HistoryCells } from "#components/report/history-strip.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { FreshWhile } from "#components/watch/fresh-while.tsx";
import { IntervalForm } from "#components/watch/interval-form.tsx";
import { ProofPanel } from "#components/watch/proof-panel.tsx";
import { Timeline } from "#components/watch/timeline.tsx";
import { WatchedStanding } from "#components/watch/watched-standing.tsx";
import { getMonitor } from "#lib/services/monitors/get.ts";
import { listMonitorChanges } from "#lib/services/monitors/list-changes.ts";
import { decodeCursor, encodeCursor } from "#lib/api/v1/cursor.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { scanHistory } from "#lib/web/scan-history.ts";
import { utcDate, utcMinute } from "#lib/web/utc-words.ts";
import { INTERVAL_CHOICES } from "#lib/web/watch-view/interval-words.ts";
import { proofView } from "#lib/web/watch-view/proof-view.ts";
import { timelineOf } from "#lib/web/watch-view/timeline.ts";
import { scheduleWords } from "#lib/web/watch-view/watched-rows.ts";
import {
  changeIntervalAction,
  lookNowAction,
  pauseAction,
  proveAction,
  renewAction,
  stopWatchingAction,
} from "../actions.ts";

export const metadata: Metadata = { title: "Watched domain", robots: { index: false } };

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** One watched domain: what changed, the proof of control, and how it is watched. */
export default async function WatchedDomainPage({ params, searchParams }: Props) {
  const { id } = await params;
  const ctx = await pageContext();
  const monitor = await orNotFound(getMonitor({ ctx, input: { id } }), `/account/watched/${id}`);
  const after = decodeCursor(String((await searchParams)["before"] ?? ""));
  const { changes, last } = await listMonitorChanges({
    ctx,
    input: { id, ...(after === null ? {} : { after }) },
  });
  const looks = await scanHistory(ctx, monitor.domain);
  const paused = monitor.pausedAt !== null;
  return (
    <AccountPage current="/account/watched" title={monitor.domain} mono>
      <FreshWhile running={monitor.running} />
      <WatchedStanding scan={monitor.lastScan} unicode={monitor.unicode} schedule={scheduleWords(monitor)}>
        <ActionButton action={lookNowAction} fields={{ id }} size="small">
          Look now
        </ActionButton>
        <ActionButton action={pauseAction} fields={{ id, paused: paused ? "no" : "yes" }} size="small">
          {paused ? "Go on watching" : "Pause"}
        </ActionButton>
      </WatchedStanding>
      {monitor.failingSince === null ? null : (
        <Notice
          status="inconclusive"
          className="mt-6 max-w-2xl"
          title={`Could not be checked since ${utcMinute(monitor.failingSince.toISOString())}`}
        >
          That says nothing about the domain. What was known before stands until a look succeeds; it is tried
          again by itself.
        </Notice>
      )}
      <AccountSection id="changes" title="What changed">
        {changes.length === 0 ? (
          <p className="mt-2 max-w-[62ch] text-ink-2">
            Nothing since {utcDate(monitor.createdAt.toISOString())}. The first look says how things are; from
            then on every difference stands here.
          </p>
        ) : (
          <Timeline entries={timelineOf(changes)} />
        )}
        {last === null ? null : (
          <p className="mt-6">
            <a href={`/account/watched/${id}?before=${encodeCursor(last)}`} className="prose-link">
              Older
            </a>
          </p>
        )}
      </AccountSection>
      {looks.length < 2 ? null : (
        <AccountSection id="looks" title="Looks so far">
          <HistoryCells scans={looks} className="mt-4" />
        </AccountSection>
      )}
      <AccountSection
        id="proof"
        title="Proof of control"
        lead="A record that only whoever runs this domain's DNS can publish. Until it is seen, alerts go to your own address and to nobody else."
      >
        <ProofPanel
          id={id}
          domain={monitor.domain}
          proof={proofView(monitor, ctx.clock.now())}
          check={proveAction}
          renew={renewAction}
        />
      </AccountSection>
      <div className="no-print">
        <AccountSection id="schedule" title="Schedule">
          <div className="mt-4">
            <IntervalForm
              id={id}
              action={changeIntervalAction}
              intervals={INTERVAL_CHOICES}
              current={monitor.intervalSeconds}
            />
          </div>
        </AccountSection>
        <AccountSection
          id="stop"
          title="Stop watching"
          lead="The timeline goes at once. The reports stay in your history."
        >
          <ActionButton action={stopWatchingAction} fields={{ id }} className="mt-4">
            Stop watching {monitor.domain}
          </ActionButton>
        </AccountSection>
      </div>
    </AccountPage>
  );
}
