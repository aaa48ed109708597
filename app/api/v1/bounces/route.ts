import { startBounceOperation } from "#lib/api/v1/operations/bounces.ts";
import { readOneBounce } from "#lib/services/bounces/read-one.ts";
import { triageBounce } from "#lib/services/bounces/triage.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";
import { startedBounceReply } from "#lib/web/api/bounce-reply.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  POST: apiRoute(startBounceOperation, {
    prepare: ({ ctx, body, file }) => readOneBounce({ ctx, input: file === null ? body : { files: [file] } }),
    run: async ({ ctx }, report) => {
      const { id } = await triageBounce({ ctx, input: { report } });
      return { bounceId: id };
    },
    respond: ({ bounceId }, call) => startedBounceReply(bounceId, call),
  }),
});
