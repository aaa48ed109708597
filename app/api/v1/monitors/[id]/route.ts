import {
  changeMonitorOperation,
  deleteMonitorOperation,
  getMonitorOperation,
} from "#lib/api/v1/operations/monitors.ts";
import { serialiseMonitor } from "#lib/api/v1/serialise/monitor.ts";
import { changeMonitor } from "#lib/services/monitors/change.ts";
import { getMonitor } from "#lib/services/monitors/get.ts";
import { removeMonitor } from "#lib/services/monitors/remove.ts";
import { apiResource } from "#lib/web/api-resource.ts";
import { apiRoute } from "#lib/web/api-route.ts";
import { GONE } from "#lib/web/api/reply.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiResource({
  GET: apiRoute(getMonitorOperation, {
    run: ({ ctx, id }) => getMonitor({ ctx, input: { id } }),
    respond: (monitor, { site }) => ({ status: 200, body: serialiseMonitor(monitor, site) }),
  }),
  PATCH: apiRoute(changeMonitorOperation, {
    run: ({ ctx, id, body }) => changeMonitor({ ctx, input: { id, ...body } }),
    respond: (monitor, { site }) => ({ status: 200, body: serialiseMonitor(monitor, site) }),
  }),
  DELETE: apiRoute(deleteMonitorOperation, {
    run: ({ ctx, id }) => removeMonitor({ ctx, input: { id } }),
    respond: () => GONE,
  }),
});
