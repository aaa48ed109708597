import { batchResultsOperation } from "#lib/api/v1/operations/bulk.ts";
import { serialiseResult } from "#lib/api/v1/serialise/batch.ts";
import { readBatchResults } from "#lib/services/bulk/results.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";
import { mapLines } from "#lib/web/api/reply.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  GET: apiRoute(batchResultsOperation, {
    run: ({ ctx, id, query: { include } }) =>
      readBatchResults({ ctx, input: { id, reports: include === "report" } }),
    respond: (results, { site, query: { include } }) => ({
      status: 200,
      lines: mapLines(results, result => serialiseResult(result, { site, reports: include === "report" })),
    }),
  }),
});
