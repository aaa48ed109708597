import type { Metadata } from "next";
import { BatchFailed } from "#components/batch/batch-failed.tsx";
import { BatchKeeping } from "#components/batch/batch-keeping.tsx";
import { BatchReport } from "#components/batch/batch-report.tsx";
import { BatchRunning } from "#components/batch/batch-running.tsx";
import { FailureTable } from "#components/batch/failure-table.tsx";
import { ScanDomainsForm } from "#components/batch/scan-domains-form.tsx";
import { PrintButton } from "#components/report/print-button.tsx";
import { getBatch } from "#lib/services/batches/get.ts";
import { listBatchFailures } from "#lib/services/batches/list-failures.ts";
import { summariseBatch } from "#lib/services/batches/summarise.ts";
import { filterIn, filterPath } from "#lib/web/batch-view/batch-filter.ts";
import { viewFailures } from "#lib/web/batch-view/failure-rows.ts";
import { batchFailureWords } from "#lib/web/batch-view/failure-words.ts";
import { viewBatch } from "#lib/web/batch-view/view-batch.ts";
import { orNotFound } from "#lib/web/or-not-found.ts";
import { pageContext } from "#lib/web/request-context.ts";
import { deleteBatchAction, scanDomainsAction } from "./actions.ts";

/** Nothing about the files: titles end up in histories. */
export const metadata: Metadata = { title: "Many bounces at once", robots: { index: false } };

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export default async function BatchPage({ params, searchParams }: Props) {
  const { id } = await params;
  const ctx = await pageContext();
  const { status, name, share, failures, failure } = await orNotFound(getBatch({ ctx, input: { id } }));
  if (status === "failed") return <BatchFailed name={name} reason={batchFailureWords(failure)} />;
  if (status === "pending") return <BatchRunning id={id} name={name} step={{ type: "waiting" }} />;
  if (status === "running")
    return <BatchRunning id={id} name={name} step={{ type: "reading", share, failures }} />;
  const search = await searchParams;
  const filter = filterIn(search);
  const after = Math.max(0, Math.trunc(Number(search["after"])) || 0);
  const overview = await orNotFound(summariseBatch({ ctx, input: { id, filter } }));
  // After it: counting brings the failures up to date.
  const page = await orNotFound(listBatchFailures({ ctx, input: { id, filter, after } }));
  const batch = viewBatch(overview);
  return (
    <BatchReport
      batch={batch}
      actions={<PrintButton />}
      scanButton={<ScanDomainsForm id={id} label={batch.scans.next ?? ""} action={scanDomainsAction} />}
    >
      <FailureTable
        {...viewFailures(page, { path: filterPath(`/batches/${id}`, filter), after })}
        open={after > 0 || batch.filters.length > 0}
      />
      <BatchKeeping id={id} addressesUntil={batch.addressesUntil} action={deleteBatchAction} />
    </BatchReport>
  );
}
