import type { Metadata } from "next";
import { DownloadMenu } from "#components/report/download-menu.tsx";
import { PrintButton } from "#components/report/print-button.tsx";
import { ScanReport } from "#components/report/scan-report.tsx";
import { FrozenNotice } from "#components/share/frozen-notice.tsx";
import { openShare } from "#lib/services/shares/open.ts";
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
  const { share, scan } = await orNotFound(openShare({ ctx, input: { token } }));
  return (
    <ScanReport
      scan={viewScan(scan.report)}
      base={`/r/${token}`}
      fixHeading="What you have to do, in this order"
      actions={
        <div className="no-print flex gap-2">
          <DownloadMenu base={`/r/${token}`} />
          <PrintButton />
        </div>
      }
    >
      <FrozenNotice note={share.note} expiresAt={share.expiresAt.toISOString()} />
    </ScanReport>
  );
}
