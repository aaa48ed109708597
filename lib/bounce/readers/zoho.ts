import { defineReader } from "./define-reader.ts";

/** Zoho Mail. */
export const zoho = defineReader({
  format: "zoho",
  marks:
    /ERROR[ _]CODE ?:|\[Status: Error, Address: <|This message was created automatically by Zoho|Zoho Mail/i,
  until: /Received:\s?from|-{5} ?Original message/i,
});
