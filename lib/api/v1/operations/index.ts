import type { Operation } from "../define-operation.ts";
import { getDocumentOperation, getMeOperation, listChecksOperation } from "./about.ts";
import { deleteBounceOperation, getBounceOperation, startBounceOperation } from "./bounces.ts";
import {
  batchResultsOperation,
  deleteBatchOperation,
  getBatchOperation,
  listBatchesOperation,
  startBulkOperation,
} from "./bulk.ts";
import {
  addMonitorOperation,
  changeMonitorOperation,
  deleteMonitorOperation,
  getMonitorOperation,
  listMonitorsOperation,
  monitorChangesOperation,
  proveMonitorOperation,
} from "./monitors.ts";
import { deleteScanOperation, getScanOperation, listScansOperation, startScanOperation } from "./scans.ts";
import { createShareOperation, listSharesOperation, revokeShareOperation } from "./shares.ts";

/** Every operation of the API, in the order of the documentation. */
export const OPERATIONS: readonly Operation[] = [
  startScanOperation,
  getScanOperation,
  listScansOperation,
  deleteScanOperation,
  startBulkOperation,
  getBatchOperation,
  batchResultsOperation,
  listBatchesOperation,
  deleteBatchOperation,
  startBounceOperation,
  getBounceOperation,
  deleteBounceOperation,
  createShareOperation,
  listSharesOperation,
  revokeShareOperation,
  addMonitorOperation,
  listMonitorsOperation,
  getMonitorOperation,
  changeMonitorOperation,
  monitorChangesOperation,
  proveMonitorOperation,
  deleteMonitorOperation,
  listChecksOperation,
  getMeOperation,
  getDocumentOperation,
];
