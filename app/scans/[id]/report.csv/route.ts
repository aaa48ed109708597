import { scanExport } from "#lib/web/exports/scan-export.ts";

export const GET = scanExport("csv");
