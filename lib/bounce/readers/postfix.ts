import { defineReader } from "./define-reader.ts";

/** bounce(8) and its template file bounce(5). */
export const postfix = defineReader({
  format: "postfix",
  marks:
    /This is the (?:mail system at host|Postfix program|[\w.-]{1,60} program at host)|I'm sorry to have to inform you that (?:your message|the message)|\(in reply to [A-Z a-z]{3,20} command\)|# THIS IS A WARNING ONLY\.\s{1,40}YOU DO NOT NEED TO RESEND/i,
  from: /\n[ \t]{10,30}The (?:mail system|Postfix program)\b/,
});
