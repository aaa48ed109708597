import { encodeCursor } from "#lib/api/v1/cursor.ts";
import { listScansOperation, startScanOperation } from "#lib/api/v1/operations/scans.ts";
import { serialiseSummary } from "#lib/api/v1/serialise/scan.ts";
import { listScans } from "#lib/services/scans/list.ts";
import { startScan } from "#lib/services/scans/start.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";
import { startedScanReply } from "#lib/web/api/scan-reply.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  GET: apiRoute(listScansOperation, {
    run: ({ ctx, query: { domain, limit, cursor } }) =>
      listScans({
        ctx,
        input: { domain, limit, after: cursor && { requestedAt: cursor.at, id: cursor.id } },
      }),
    respond: ({ scans, last }, { site }) => ({
      status: 200,
      body: {
        data: scans.map(scan => serialiseSummary(scan, site)),
        next: last && encodeCursor({ at: last.requestedAt, id: last.id }),
      },
    }),
  }),
  POST: apiRoute(startScanOperation, {
    run: async ({ ctx, body }) => {
      const { scan } = await startScan({ ctx, input: { ...body, source: "api" } });
      return { scanId: scan.id };
    },
    respond: ({ scanId }, call) => startedScanReply(scanId, call),
  }),
});
