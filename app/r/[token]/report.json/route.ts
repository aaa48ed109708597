export { sharedJson as GET } from "#lib/web/exports/bounce-export.ts";
