import { defineReader } from "./define-reader.ts";

/** Trustwave MailMarshal. */
export const mailMarshal = defineReader({
  format: "mailmarshal",
  marks: /Could not be delivered because of|MailMarshal/i,
});
