import { defineReader } from "./define-reader.ts";

/** hMailServer and its "Error Type: SMTP" blocks. */
export const hMailServer = defineReader({
  format: "hmailserver",
  marks: /hMailServer (?:sent|SMTP)|Remote server replied:|Remote server \([^()]{3,60}\) issued an error/i,
  from: /The following recipient\(s\) could not be reached:/i,
  until: /\n\s{0,8}hMailServer\s*$/,
});
