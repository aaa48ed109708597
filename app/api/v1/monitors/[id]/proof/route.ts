import { proveMonitorOperation } from "#lib/api/v1/operations/monitors.ts";
import { proveMonitor } from "#lib/services/monitors/prove.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  POST: apiRoute(proveMonitorOperation, {
    run: ({ ctx, id }) => proveMonitor({ ctx, input: { id } }),
    respond: ({ outcome }) => ({ status: 200, body: { outcome } }),
  }),
});
