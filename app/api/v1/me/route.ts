import { getMeOperation } from "#lib/api/v1/operations/about.ts";
import { serialiseMe } from "#lib/api/v1/serialise/me.ts";
import { describeApiKey } from "#lib/services/api-keys/describe.ts";
import { limitStanding } from "#lib/services/limits/standing.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  GET: apiRoute(getMeOperation, {
    run: ({ ctx }) => describeApiKey({ ctx }),
    respond: async (key, { ctx }) => ({ status: 200, body: serialiseMe(key, await limitStanding({ ctx })) }),
  }),
});
