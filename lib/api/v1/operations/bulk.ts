import { defineOperation } from "../define-operation.ts";
import {
  Batch,
  BatchPage,
  BatchResult,
  BatchResultsQuery,
  ListBatchesQuery,
  StartBulk,
} from "../schemas/batch.ts";
import { NoQuery } from "../schemas/none.ts";

const BATCH_ID = { id: "Id of the batch." };

export const startBulkOperation = defineOperation({
  id: "startBulkScan",
  method: "POST",
  path: "/scans/bulk",
  tag: "Bulk scans",
  summary: "Scan up to 1,000 domains",
  description:
    "Each domain becomes a scan like any other, or joins a fresh one. All domains are taken or none. Batches have workers of their own, so that nobody who waits at a page waits for them.",
  access: "key",
  scope: "scans:write",
  query: NoQuery,
  body: StartBulk,
  idempotent: true,
  answers: [
    {
      status: 202,
      description: "The batch is stored and will be carried out.",
      schema: Batch,
      headers: ["Location", "Idempotency-Replayed"],
    },
  ],
  example: { body: { domains: ["example.com", "example.net"] } },
});

export const listBatchesOperation = defineOperation({
  id: "listBatches",
  method: "GET",
  path: "/batches",
  tag: "Bulk scans",
  summary: "List the batches of the account",
  access: "key",
  scope: "scans:read",
  query: ListBatchesQuery,
  body: null,
  answers: [{ status: 200, description: "A page of batches, the newest first.", schema: BatchPage }],
});

export const getBatchOperation = defineOperation({
  id: "getBatch",
  method: "GET",
  path: "/batches/{id}",
  tag: "Bulk scans",
  summary: "Read the progress of a batch",
  access: "key",
  scope: "scans:read",
  params: BATCH_ID,
  query: NoQuery,
  body: null,
  answers: [{ status: 200, description: "The batch as it is now.", schema: Batch }],
  problems: ["not-found"],
});

export const batchResultsOperation = defineOperation({
  id: "getBatchResults",
  method: "GET",
  path: "/batches/{id}/results",
  tag: "Bulk scans",
  summary: "Read the results of a batch",
  description:
    "One line of JSON for each domain, in the order of the call, as it is now: those that wait say `pending`. An answer with fewer lines than the batch has domains was cut off and has to be asked for again.",
  access: "key",
  scope: "scans:read",
  params: BATCH_ID,
  query: BatchResultsQuery,
  body: null,
  answers: [
    {
      status: 200,
      description: "JSON lines.",
      schema: BatchResult,
      mediaType: "application/jsonl",
    },
  ],
  problems: ["not-found"],
  example: { query: "include=report" },
});

export const deleteBatchOperation = defineOperation({
  id: "deleteBatch",
  method: "DELETE",
  path: "/batches/{id}",
  tag: "Bulk scans",
  summary: "Delete a batch",
  description: "Domains that wait are not scanned any more. Scans that there are stay.",
  access: "key",
  scope: "scans:write",
  params: BATCH_ID,
  query: NoQuery,
  body: null,
  answers: [{ status: 204, description: "It is gone.", schema: null }],
  problems: ["not-found", "cross-site"],
});
