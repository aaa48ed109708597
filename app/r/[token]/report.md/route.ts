import { sharedExport } from "#lib/web/exports/scan-export.ts";

export const GET = sharedExport("md");
