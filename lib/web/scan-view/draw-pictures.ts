import type { PresentedFinding } from "#lib/scan/present.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import type { ScanPictures } from "./pictures.ts";

/** The pictures of a report, from its evidence. A picture whose evidence was not gathered is left out. */
export function drawPictures(_report: ScanReport, _findings: readonly PresentedFinding[]): ScanPictures {
  return { spf: null, dmarc: null, mx: null, dkim: null, blocklists: null };
}
