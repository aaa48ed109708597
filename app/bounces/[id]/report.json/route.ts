export { bounceExport as GET } from "#lib/web/exports/bounce-export.ts";
