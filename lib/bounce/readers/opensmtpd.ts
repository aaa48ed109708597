import { defineReader } from "./define-reader.ts";

/** OpenSMTPD. */
export const openSmtpd = defineReader({
  format: "opensmtpd",
  marks:
    /This is the MAILER-DAEMON, please DO NOT REPLY|An error has occurred while attempting to deliver a message/i,
  from: /(?:following list of recipients|not been delivered yet|the list of affected recipients)[^:\n]{0,60}:/i,
  until: /Below is a copy of the original message/i,
});
