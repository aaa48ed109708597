import type { Metadata } from "next";
import { cache } from "react";
import { AfterFixes } from "#components/report/after-fixes.tsx";
import { HistoryStrip } from "#components/report/history-strip.tsx";
import { ScanActions } from "#components/report/scan-actions.tsx";
import { ScanReport } from "#components/report/scan-report.tsx";
import { JoinedNotice } from "#components/live/joined-notice.tsx";
import { ScanFailed } from "#components/live/scan-failed.tsx";
import { ScanRunning } from "#components/live/scan-running.tsx";
import { CHECKS } from "#lib/scan/registry.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { watchLink } from "#lib/web/watch-view/watch-link.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { scanHistory } from "#lib/web/scan-history.ts";
import { rememberedFor } from "#lib/web/scan-view/remembered-for.ts";
import { viewScan } from "#lib/web/scan-view/view-scan.ts";
import { triageAction } from "../../actions.ts";
import { rescanAction } from "./actions.ts";

interface Props {
  readonly params: Promise<{ id: string }>;
  /** `joined`: somebody asked for a new scan and was led to one that was under way. */
  readonly searchParams: Promise<{ joined?: string }>;
}

/** Asked by the title and by the page, answered once a request. */
const load = cache(async (id: string) => orNotFound(getScan({ ctx: await pageContext(), input: { id } })));

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { domain } = await load((await params).id);
  return { title: `Mail health of ${domain}`, robots: { index: false } };
}

export default async function ScanPage({ params, searchParams }: Props) {
  const scan = await load((await params).id);
  if (scan.status === "failed") return <ScanFailed domain={scan.domain} action={triageAction} />;
  const hasJoined = (await searchParams).joined !== undefined;
  const notice = hasJoined ? <JoinedNotice requestedAt={scan.requestedAt.toISOString()} /> : null;
  if (scan.report === null) {
    const checks = CHECKS.map(({ id, question }) => ({ id, question }));
    return (
      <ScanRunning id={scan.id} domain={scan.domain} checks={checks}>
        {notice}
      </ScanRunning>
    );
  }
  const ctx = await pageContext();
  const [past, watch] = await Promise.all([scanHistory(ctx, scan.domain), watchLink(ctx, scan.domain)]);
  const view = viewScan(scan.report);
  return (
    <ScanReport
      scan={view}
      base={`/scans/${scan.id}`}
      end={<HistoryStrip scans={past} current={scan.id} />}
      actions={<ScanActions id={scan.id} mine={scan.mine} watch={watch} rescan={rescanAction} />}
      afterFixes={<AfterFixes scan={scan.id} rememberedFor={rememberedFor(view)} action={rescanAction} />}
    >
      {notice}
    </ScanReport>
  );
}
