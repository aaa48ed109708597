import { deleteBounceOperation, getBounceOperation } from "#lib/api/v1/operations/bounces.ts";
import { deleteBounce } from "#lib/services/bounces/delete.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";
import { bounceReply } from "#lib/web/api/bounce-reply.ts";
import { GONE } from "#lib/web/api/reply.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  GET: apiRoute(getBounceOperation, {
    run: call => bounceReply(call.id, call),
    respond: reply => reply,
  }),
  DELETE: apiRoute(deleteBounceOperation, {
    run: ({ ctx, id }) => deleteBounce({ ctx, input: { id } }),
    respond: () => GONE,
  }),
});
