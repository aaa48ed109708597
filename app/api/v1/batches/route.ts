import { encodeCursor } from "#lib/api/v1/cursor.ts";
import { listBatchesOperation } from "#lib/api/v1/operations/bulk.ts";
import { serialiseBatch } from "#lib/api/v1/serialise/batch.ts";
import { listBatches } from "#lib/services/bulk/list.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  GET: apiRoute(listBatchesOperation, {
    run: ({ ctx, query: { limit, cursor } }) =>
      listBatches({ ctx, input: { limit, after: cursor && { requestedAt: cursor.at, id: cursor.id } } }),
    respond: ({ batches, last }) => ({
      status: 200,
      body: {
        data: batches.map(serialiseBatch),
        next: last && encodeCursor({ at: last.requestedAt, id: last.id }),
      },
    }),
  }),
});
