import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangesReport } from "#components/changes/changes-report.tsx";
import { compareScans } from "#lib/services/scans/compare.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { viewChanges } from "#lib/web/scan-view/view-changes.ts";

export const metadata: Metadata = { title: "What changed", robots: { index: false } };

interface Props {
  readonly params: Promise<{ id: string; before: string }>;
}

export default async function ChangesPage({ params }: Props) {
  const { id, before } = await params;
  const compared = await orNotFound(compareScans({ ctx: await pageContext(), input: { before, after: id } }));
  const reports = [compared.before.report, compared.after.report] as const;
  if (reports[0] === null || reports[1] === null) notFound();
  return (
    <ChangesReport id={id} before={before} changes={viewChanges(reports[0], reports[1], compared.changes)} />
  );
}
