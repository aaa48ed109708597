import type { Metadata } from "next";
import { cache } from "react";
import { HistoryStrip } from "#components/report/history-strip.tsx";
import { ScanActions } from "#components/report/scan-actions.tsx";
import { ScanReport } from "#components/report/scan-report.tsx";
import { ScanFailed } from "#components/live/scan-failed.tsx";
import { ScanRunning } from "#components/live/scan-running.tsx";
import { CHECKS } from "#lib/scan/registry.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { scanHistory } from "#lib/web/scan-history.ts";
import { viewScan } from "#lib/web/scan-view/view-scan.ts";
import { triageAction } from "../../actions.ts";

interface Props {
  readonly params: Promise<{ id: string }>;
}

/** Asked by the title and by the page, answered once a request. */
const load = cache(async (id: string) => orNotFound(getScan({ ctx: await pageContext(), input: { id } })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { domain } = await load((await params).id);
  return { title: `Mail health of ${domain}`, robots: { index: false } };
}

export default async function ScanPage({ params }: Props) {
  const scan = await load((await params).id);
  if (scan.status === "failed") return <ScanFailed domain={scan.domain} action={triageAction} />;
  if (scan.report === null) {
    const checks = CHECKS.map(({ id, question }) => ({ id, question }));
    return <ScanRunning id={scan.id} domain={scan.domain} checks={checks} />;
  }
  return (
    <ScanReport
      scan={viewScan(scan.report)}
      base={`/scans/${scan.id}`}
      end={<HistoryStrip scans={await scanHistory(await pageContext(), scan.domain)} current={scan.id} />}
      actions={<ScanActions id={scan.id} domain={scan.domain} mine={scan.mine} rescan={triageAction} />}
    />
  );
}
