import { defineReader } from "./define-reader.ts";

/** Symantec Email Security.cloud (MessageLabs). */
export const symantecCloud = defineReader({
  format: "symantec-cloud",
  marks:
    /This is the mail delivery agent at (?:messagelabs|symantec)|This is the mail delivery agent at [\w.-]{3,80}\.?\s{1,40}I was (?:not able|unable) to deliver/i,
  from: /I was (?:not able|unable) to deliver your message to the following addresses?[.:]/i,
  until: /The message (?:subject|date|identifier) was/i,
});
