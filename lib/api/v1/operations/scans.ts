import { defineOperation } from "../define-operation.ts";
import { NoQuery } from "../schemas/none.ts";
import { ListScansQuery, Scan, ScanPage, StartScan } from "../schemas/scan.ts";

const SCAN_ID = { id: "Id of the scan." };

export const startScanOperation = defineOperation({
  id: "startScan",
  method: "POST",
  path: "/scans",
  tag: "Scans",
  summary: "Scan a domain",
  description:
    "A scan of the same domain and hints that is running, or was asked for within the last 60 seconds, answers the request. With `Prefer: wait=20` the answer comes when the scan is finished, or after 20 seconds; 30 is the most.",
  access: "anyone",
  scope: "scans:write",
  query: NoQuery,
  body: StartScan,
  idempotent: true,
  waits: true,
  answers: [
    {
      status: 201,
      description: "The scan is finished and here.",
      schema: Scan,
      headers: ["Location", "Preference-Applied", "Idempotency-Replayed"],
    },
    {
      status: 202,
      description: "The scan is stored and will be carried out; `Location` says where to look.",
      schema: Scan,
      headers: ["Location", "Retry-After", "Preference-Applied", "Idempotency-Replayed"],
    },
  ],
  example: { body: { domain: "example.com", selectors: ["s1"] } },
});

export const getScanOperation = defineOperation({
  id: "getScan",
  method: "GET",
  path: "/scans/{id}",
  tag: "Scans",
  summary: "Read a scan",
  description:
    "A key reads what its account asked for. Without a key whoever knows the id reads what was asked for without an account. With `Prefer: wait=20` the answer comes when the scan is finished, or after 20 seconds.",
  access: "anyone",
  scope: "scans:read",
  params: SCAN_ID,
  query: NoQuery,
  body: null,
  waits: true,
  answers: [
    { status: 200, description: "The scan as it is now.", schema: Scan, headers: ["Preference-Applied"] },
  ],
  problems: ["not-found"],
});

export const listScansOperation = defineOperation({
  id: "listScans",
  method: "GET",
  path: "/scans",
  tag: "Scans",
  summary: "List the scans of the account",
  description: "The newest first, those asked for in the browser too.",
  access: "key",
  scope: "scans:read",
  query: ListScansQuery,
  body: null,
  answers: [{ status: 200, description: "A page of scans.", schema: ScanPage }],
  example: { query: "domain=example.com&limit=10" },
});

export const deleteScanOperation = defineOperation({
  id: "deleteScan",
  method: "DELETE",
  path: "/scans/{id}",
  tag: "Scans",
  summary: "Delete a scan",
  description:
    "At once and for good, with the account's links to it. What others asked for too stays theirs.",
  access: "key",
  scope: "scans:write",
  params: SCAN_ID,
  query: NoQuery,
  body: null,
  answers: [{ status: 204, description: "It is gone.", schema: null }],
  problems: ["not-found", "cross-site"],
});
