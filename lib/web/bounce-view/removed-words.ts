import type { Removal } from "#lib/triage/stored-triage.ts";

/** What a shared report goes without, in words. */
export const REMOVED_WORDS: Readonly<Record<Removal, string>> = {
  "local-parts": "the part before the @ of every address",
  names: "names of people",
  subject: "the subject of the mail",
  "message-id": "its Message-ID",
  text: "the text of the report",
};
