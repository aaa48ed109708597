import { listChecksOperation } from "#lib/api/v1/operations/about.ts";
import { serialiseChecks } from "#lib/api/v1/serialise/check.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";
import { PUBLIC } from "#lib/web/api/reply.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  GET: apiRoute(listChecksOperation, {
    run: async () => serialiseChecks(),
    respond: body => ({ status: 200, body, headers: PUBLIC }),
  }),
});
