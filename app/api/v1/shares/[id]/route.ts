import { revokeShareOperation } from "#lib/api/v1/operations/shares.ts";
import { revokeShare } from "#lib/services/shares/revoke.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";
import { GONE } from "#lib/web/api/reply.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  DELETE: apiRoute(revokeShareOperation, {
    run: ({ ctx, id }) => revokeShare({ ctx, input: { id } }),
    respond: () => GONE,
  }),
});
