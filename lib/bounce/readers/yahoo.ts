import { defineReader } from "./define-reader.ts";

/** Yahoo's notices have the form of qmail's with other words. */
export const yahoo = defineReader({
  format: "yahoo",
  marks: /Sorry, we were unable to deliver your message to the following address(?:es)?\./i,
  from: /unable to deliver your message to the following address(?:es)?\./i,
  until: /-{3} ?Below this line is a copy of the message|-{6,99}|\s\[(?:RCPT_TO|MAIL_FROM)\]\s{0,4}-{3}/i,
});
