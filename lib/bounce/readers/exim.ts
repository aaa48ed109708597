import { defineReader } from "./define-reader.ts";

/** Exim's deliver.c, its own words for bounces and warnings. */
export const exim = defineReader({
  format: "exim",
  marks:
    /This message was created automatically by mail delivery software|SMTP error from remote mail(?: server|er) after|The following address\(es\) (?:failed|have not yet been delivered)|A message that you (?:have )?sent (?:could not be delivered to|has not yet been delivered to)/i,
  from: /The following address(?:\(es\)|es)? (?:failed|have not yet been delivered|have been delayed)[^:\n]{0,40}:|The address(?:es)? to which the message has not yet been\s{1,40}delivered (?:is|are):/i,
  until:
    /-{4,99} ?This is a copy of (?:the|your) (?:message|headers)|-{4,99} The body of the message is|No action is required on your part|Reporting-MTA:|-{3,99} The header of the original/i,
});
