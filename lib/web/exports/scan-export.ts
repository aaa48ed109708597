import type { ScanReport } from "#lib/scan/report.ts";
import type { ServiceContext } from "#lib/services/context.ts";
import { getScan } from "#lib/services/scans/get.ts";
import { toServiceError } from "#lib/services/service-error.ts";
import { openShare } from "#lib/services/shares/open.ts";
import { refusalResponse } from "../refusal-response.ts";
import { pageContext } from "../request-context.ts";
import { type ExportFormat, exportResponse } from "./export-response.ts";

/** The route that gives a scan as a file; 404 for one that is not there or not finished. */
export const scanExport =
  (format: ExportFormat) =>
  async (_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
    const { id } = await params;
    return answer(format, async ctx => (await getScan({ ctx, input: { id } })).report);
  };

/** The same for a shared report. */
export const sharedExport =
  (format: ExportFormat) =>
  async (_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> => {
    const { token } = await params;
    return answer(format, async ctx => (await openShare({ ctx, input: { token } })).scan.report);
  };

async function answer(
  format: ExportFormat,
  load: (ctx: ServiceContext) => Promise<ScanReport | null>,
): Promise<Response> {
  try {
    const report = await load(await pageContext());
    return report === null
      ? new Response("Not finished yet.\n", { status: 404 })
      : exportResponse(report, format);
  } catch (error) {
    const refusal = toServiceError(error);
    if (refusal === null) throw error;
    return refusalResponse(refusal);
  }
}
