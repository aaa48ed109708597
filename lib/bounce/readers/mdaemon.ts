import { defineReader } from "./define-reader.ts";

/** MDaemon: a session transcript with arrows. */
export const mDaemon = defineReader({
  format: "mdaemon",
  marks:
    /Session Transcript|The attached message had (?:PERMANENT|TRANSIENT) fatal delivery errors|^[ \t]{0,40}-->\s?RCPT To/im,
});
