import { encodeCursor } from "#lib/api/v1/cursor.ts";
import { monitorChangesOperation } from "#lib/api/v1/operations/monitors.ts";
import { serialiseChange } from "#lib/api/v1/serialise/monitor.ts";
import { listMonitorChanges } from "#lib/services/monitors/list-changes.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  GET: apiRoute(monitorChangesOperation, {
    run: ({ ctx, id, query: { limit, cursor } }) =>
      listMonitorChanges({ ctx, input: { id, limit, after: cursor } }),
    respond: ({ changes, last }) => ({
      status: 200,
      body: { data: changes.map(serialiseChange), next: last && encodeCursor(last) },
    }),
  }),
});
