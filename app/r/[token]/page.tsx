import type { Metadata } from "next";
import { BounceActions } from "#components/report/bounce/bounce-actions.tsx";
import { BounceReport } from "#components/report/bounce/bounce-report.tsx";
import { RemovedNotice } from "#components/report/bounce/removed-notice.tsx";
import { DownloadMenu } from "#components/report/download-menu.tsx";
import { PrintButton } from "#components/report/print-button.tsx";
import { ScanReport } from "#components/report/scan-report.tsx";
import { FrozenNotice } from "#components/share/frozen-notice.tsx";
import { openSharedReport } from "#lib/services/shares/open.ts";
import { viewBounce } from "#lib/web/bounce-view/view-bounce.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { viewScan } from "#lib/web/scan-view/view-scan.ts";

/** Nothing about the report: the title of a capability URL ends up in histories and previews. */
export const metadata: Metadata = {
  title: "Shared report",
  robots: { index: false, follow: false, noarchive: true },
  referrer: "no-referrer",
};

export default async function SharedReportPage({ params }: { params: Promise<{ token: string }> }) {
  const ctx = await pageContext();
  const { token } = await params;
  const opened = await orNotFound(openSharedReport({ ctx, input: { token } }));
  const base = `/r/${token}`;
  const notice = <FrozenNotice note={opened.share.note} expiresAt={opened.share.expiresAt.toISOString()} />;
  if ("bounce" in opened) {
    return (
      <BounceReport
        bounce={viewBounce(opened.bounce, { now: ctx.clock.now() })}
        reader="other"
        actions={<BounceActions base={base} mine={false} />}
        notice={
          <>
            {notice}
            <RemovedNotice removed={viewBounce(opened.bounce, { now: ctx.clock.now() }).removed} />
          </>
        }
      />
    );
  }
  return (
    <ScanReport
      scan={viewScan(opened.scan.report)}
      base={base}
      fixHeading="What you have to do, in this order"
      actions={
        <div className="no-print flex gap-2">
          <DownloadMenu base={base} />
          <PrintButton />
        </div>
      }
    >
      {notice}
    </ScanReport>
  );
}
