import { defineReader } from "./define-reader.ts";

/** Google's notices, new ("Address not found") and old ("Technical details of permanent failure"). */
export const gmail = defineReader({
  format: "gmail",
  marks:
    /\*\* (?:Address not found|Message (?:blocked|not delivered|too large)|Delivery incomplete|Recipient inbox full|Out of storage|Unable to (?:send|deliver))|Address not found\s+Your message|Message (?:blocked|not delivered)\s+(?:Your message|There was a problem)|The response (?:from the remote server )?was:|Technical details of (?:permanent|temporary) failure|Delivery to the following recipients? (?:failed permanently|has been delayed)|Google tried to deliver your message|There was a temporary problem (?:while )?delivering your message to/i,
  until: /-{5} ?Original message ?-{5}|-{5} ?Message truncated ?-{5}/i,
});
