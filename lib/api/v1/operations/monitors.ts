import { defineOperation } from "../define-operation.ts";
import {
  AddMonitor,
  ChangeMonitor,
  ListMonitorsQuery,
  Monitor,
  MonitorChangePage,
  MonitorPage,
  MonitorProof,
} from "../schemas/monitor.ts";
import { NoQuery } from "../schemas/none.ts";

const MONITOR_ID = { id: "Id of the watched domain." };

export const addMonitorOperation = defineOperation({
  id: "addMonitor",
  method: "POST",
  path: "/monitors",
  tag: "Watched domains",
  summary: "Watch a domain",
  description:
    "It is looked at once now, and then again and again. What changes is told to the account's address, and to others once control of the domain is proven. One account watches 200 domains at most.",
  access: "key",
  scope: "monitors:write",
  query: NoQuery,
  body: AddMonitor,
  idempotent: true,
  answers: [
    {
      status: 201,
      description: "It is watched.",
      schema: Monitor,
      headers: ["Location", "Idempotency-Replayed"],
    },
  ],
  problems: ["conflict", "not-found"],
  example: { body: { domain: "example.com", intervalSeconds: 86_400 } },
});

export const listMonitorsOperation = defineOperation({
  id: "listMonitors",
  method: "GET",
  path: "/monitors",
  tag: "Watched domains",
  summary: "List the watched domains",
  access: "key",
  scope: "monitors:read",
  query: ListMonitorsQuery,
  body: null,
  answers: [{ status: 200, description: "A page of them, the last added first.", schema: MonitorPage }],
});

export const getMonitorOperation = defineOperation({
  id: "getMonitor",
  method: "GET",
  path: "/monitors/{id}",
  tag: "Watched domains",
  summary: "Read a watched domain",
  access: "key",
  scope: "monitors:read",
  params: MONITOR_ID,
  query: NoQuery,
  body: null,
  answers: [{ status: 200, description: "As it is now.", schema: Monitor }],
  problems: ["not-found"],
});

export const changeMonitorOperation = defineOperation({
  id: "changeMonitor",
  method: "PATCH",
  path: "/monitors/{id}",
  tag: "Watched domains",
  summary: "Change how often it is looked at, pause or resume",
  description: "Members that are left out stay as they are.",
  access: "key",
  scope: "monitors:write",
  params: MONITOR_ID,
  query: NoQuery,
  body: ChangeMonitor,
  answers: [{ status: 200, description: "As it is now.", schema: Monitor }],
  problems: ["not-found"],
  example: { body: { intervalSeconds: 3_600 } },
});

export const monitorChangesOperation = defineOperation({
  id: "listMonitorChanges",
  method: "GET",
  path: "/monitors/{id}/changes",
  tag: "Watched domains",
  summary: "List what was noticed",
  description: "The newest first, what is not confirmed and what was dismissed too.",
  access: "key",
  scope: "monitors:read",
  params: MONITOR_ID,
  query: ListMonitorsQuery,
  body: null,
  answers: [{ status: 200, description: "A page of changes.", schema: MonitorChangePage }],
  problems: ["not-found"],
});

export const proveMonitorOperation = defineOperation({
  id: "proveMonitor",
  method: "POST",
  path: "/monitors/{id}/proof",
  tag: "Watched domains",
  summary: "Look for the record that proves control",
  description: "Looks now, and remembers what is certain. A value that has expired is renewed on the page.",
  access: "key",
  scope: "monitors:write",
  params: MONITOR_ID,
  query: NoQuery,
  body: null,
  answers: [{ status: 200, description: "What DNS said.", schema: MonitorProof }],
  problems: ["not-found", "conflict", "cross-site"],
});

export const deleteMonitorOperation = defineOperation({
  id: "deleteMonitor",
  method: "DELETE",
  path: "/monitors/{id}",
  tag: "Watched domains",
  summary: "Stop watching a domain",
  description: "What was noticed goes with it. Its scans stay.",
  access: "key",
  scope: "monitors:write",
  params: MONITOR_ID,
  query: NoQuery,
  body: null,
  answers: [{ status: 204, description: "It is not watched any more.", schema: null }],
  problems: ["not-found", "cross-site"],
});
