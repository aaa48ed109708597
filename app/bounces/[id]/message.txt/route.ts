export { messageExport as GET } from "#lib/web/exports/bounce-export.ts";
