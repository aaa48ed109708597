import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LookupsPage } from "#components/report/lookups-page.tsx";
import { getScan } from "#lib/services/scans/get.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";

export const metadata: Metadata = { title: "All lookups", robots: { index: false } };

export default async function ScanLookupsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { domain, report } = await orNotFound(getScan({ ctx: await pageContext(), input: { id } }));
  if (report === null) notFound();
  return <LookupsPage domain={domain} base={`/scans/${id}`} lookups={report.lookups} />;
}
