import { z } from "zod";
import { Batch, BatchPage, BatchResult, StartBulk } from "./batch.ts";
import { Bounce, BounceReport, StartBounce } from "./bounce.ts";
import { Check, CheckList } from "./check.ts";
import { Me } from "./me.ts";
import {
  AddMonitor,
  ChangeMonitor,
  Monitor,
  MonitorChange,
  MonitorChangePage,
  MonitorPage,
  MonitorProof,
} from "./monitor.ts";
import { Problem } from "./problem.ts";
import { Finding, ScanReport } from "./report.ts";
import { Scan, ScanPage, ScanSummary, StartScan } from "./scan.ts";
import { CreateShare, CreatedShare, Share, SharePage } from "./share.ts";

/** The schemas of the document that have a name of their own. */
const NAMED = {
  AddMonitor,
  Batch,
  BatchPage,
  BatchResult,
  Bounce,
  BounceReport,
  Check,
  ChangeMonitor,
  CheckList,
  CreateShare,
  CreatedShare,
  Finding,
  Me,
  Monitor,
  MonitorChange,
  MonitorChangePage,
  MonitorPage,
  MonitorProof,
  Problem,
  Scan,
  ScanPage,
  ScanReport,
  ScanSummary,
  Share,
  SharePage,
  StartBounce,
  StartBulk,
  StartScan,
} as const;

export const SCHEMA_NAMES = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(NAMED)) SCHEMA_NAMES.add(schema, { id });
