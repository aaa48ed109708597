import type { Metadata } from "next";
import { LookupsPage } from "#components/report/lookups-page.tsx";
import { openShare } from "#lib/services/shares/open.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";

export const metadata: Metadata = {
  title: "All lookups of a shared report",
  robots: { index: false, follow: false, noarchive: true },
  referrer: "no-referrer",
};

export default async function SharedLookupsPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { scan } = await orNotFound(openShare({ ctx: await pageContext(), input: { token } }));
  return <LookupsPage domain={scan.domain} base={`/r/${token}`} lookups={scan.report.lookups} />;
}
