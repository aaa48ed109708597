import { deleteBatchOperation, getBatchOperation } from "#lib/api/v1/operations/bulk.ts";
import { serialiseBatch } from "#lib/api/v1/serialise/batch.ts";
import { deleteBatch } from "#lib/services/bulk/delete.ts";
import { getBatch } from "#lib/services/bulk/get.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";
import { GONE } from "#lib/web/api/reply.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  GET: apiRoute(getBatchOperation, {
    run: ({ ctx, id }) => getBatch({ ctx, input: { id } }),
    respond: batch => ({ status: 200, body: serialiseBatch(batch) }),
  }),
  DELETE: apiRoute(deleteBatchOperation, {
    run: ({ ctx, id }) => deleteBatch({ ctx, input: { id } }),
    respond: () => GONE,
  }),
});
