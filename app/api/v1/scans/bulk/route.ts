import { startBulkOperation } from "#lib/api/v1/operations/bulk.ts";
import { batchUrl, serialiseBatch } from "#lib/api/v1/serialise/batch.ts";
import { getBatch } from "#lib/services/bulk/get.ts";
import { startBulk } from "#lib/services/bulk/start.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  POST: apiRoute(startBulkOperation, {
    run: async ({ ctx, body }) => {
      const { id } = await startBulk({ ctx, input: body });
      return { batchId: id };
    },
    respond: async ({ batchId }, { ctx }) => ({
      status: 202,
      body: serialiseBatch(await getBatch({ ctx, input: { id: batchId } })),
      headers: { location: batchUrl(batchId) },
    }),
  }),
});
