import { defineReader } from "./define-reader.ts";

/** sendmail's savemail.c: the failed addresses, then the transcript of the session. */
export const sendmail = defineReader({
  format: "sendmail",
  marks:
    /-{3,99} ?(?:The following addresses had (?:permanent (?:fatal|delivery) errors|delivery problems|transient non-fatal errors)|Transcript of session follows|Unsent message follows|Recipients of this delivery)|\*{2} {1,40}THIS IS A WARNING MESSAGE ONLY/i,
  from: /(?=-{3,99} ?(?:The following addresses had|Transcript of session follows))/i,
  until:
    /-{3,99} ?(?:Original message follows|Unsent message follows|Returned message follows|Message header follows)/i,
});
