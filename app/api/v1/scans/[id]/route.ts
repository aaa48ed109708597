import { deleteScanOperation, getScanOperation } from "#lib/api/v1/operations/scans.ts";
import { deleteScan } from "#lib/services/scans/delete.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";
import { GONE } from "#lib/web/api/reply.ts";
import { scanReply } from "#lib/web/api/scan-reply.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  GET: apiRoute(getScanOperation, {
    run: call => scanReply(call.id, call),
    respond: reply => reply,
  }),
  DELETE: apiRoute(deleteScanOperation, {
    run: async ({ ctx, id }) => deleteScan({ ctx, input: { id } }),
    respond: () => GONE,
  }),
});
