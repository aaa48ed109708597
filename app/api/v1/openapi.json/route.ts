import { openApiDocument } from "#lib/api/v1/openapi/document.ts";
import { getDocumentOperation } from "#lib/api/v1/operations/about.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";
import { PUBLIC } from "#lib/web/api/reply.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  GET: apiRoute(getDocumentOperation, {
    run: async () => openApiDocument(),
    respond: body => ({ status: 200, body, headers: PUBLIC }),
  }),
});
