import { defineReader } from "./define-reader.ts";

/** Oracle Communications Messaging Server (PMDF, iPlanet): iCloud and several telecom providers. */
export const oracleMessaging = defineReader({
  format: "oracle-messaging",
  marks:
    /This report relates to a message you sent with the following header fields|Your message (?:cannot be delivered|has been enqueued and undeliverable for \d{1,9} \w{1,20}) to the following recipients|Remote SMTP server has rejected address/i,
  from: /Your message (?:cannot be delivered|has been enqueued and undeliverable for \d{1,9} \w{1,20})\s{1,40}to the following recipients:|has been enqueued and undeliverable[^:]{0,60}:/i,
});
