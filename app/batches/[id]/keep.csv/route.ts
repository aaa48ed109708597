import { addressesExport } from "#lib/web/exports/batch-export.ts";

export const GET = addressesExport("keep");
