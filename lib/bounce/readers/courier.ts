import { defineReader } from "./define-reader.ts";

/** Courier's submit delivery status notifications. */
export const courier = defineReader({
  format: "courier",
  marks: /running the Courier mail server|^[ \t]{0,80}(?:UNDELIVERABLE|DELAYED) MAIL[ \t]{0,80}$/im,
  from: /following recipients? (?:cannot be delivered|has been delayed|have not yet been delivered)[^:\n]{0,60}:/i,
  until:
    /-{20,99}\s{1,40}(?:If your message|The original message|A copy of)|If your message was also sent to/i,
});
