import { defineReader } from "./define-reader.ts";

/** Micro Focus (Novell) GroupWise. */
export const groupWise = defineReader({
  format: "groupwise",
  marks: /The message that you sent was undeliverable to the following:|GroupWise/i,
  from: /undeliverable to the following:/i,
});
