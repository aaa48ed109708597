import { encodeCursor } from "#lib/api/v1/cursor.ts";
import { addMonitorOperation, listMonitorsOperation } from "#lib/api/v1/operations/monitors.ts";
import { monitorUrl, serialiseMonitor } from "#lib/api/v1/serialise/monitor.ts";
import { addMonitor } from "#lib/services/monitors/add.ts";
import { getMonitor } from "#lib/services/monitors/get.ts";
import { listMonitors } from "#lib/services/monitors/list.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  GET: apiRoute(listMonitorsOperation, {
    run: ({ ctx, query: { limit, cursor } }) => listMonitors({ ctx, input: { limit, after: cursor } }),
    respond: ({ monitors, last }, { site }) => ({
      status: 200,
      body: {
        data: monitors.map(monitor => serialiseMonitor(monitor, site)),
        next: last && encodeCursor(last),
      },
    }),
  }),
  POST: apiRoute(addMonitorOperation, {
    run: async ({ ctx, body }) => {
      const { id } = await addMonitor({ ctx, input: body });
      return { monitorId: id };
    },
    respond: async ({ monitorId }, { ctx, site }) => ({
      status: 201,
      body: serialiseMonitor(await getMonitor({ ctx, input: { id: monitorId } }), site),
      headers: { location: monitorUrl(monitorId) },
    }),
  }),
});
