import { defineReader } from "./define-reader.ts";

/** Mimecast's own notices: "[Postmaster] Email Delivery Failure". */
export const mimecast = defineReader({
  format: "mimecast",
  marks:
    /This is (?:an automatically generated|an automated) (?:message|email) (?:from|sent by) Mimecast|Powered by Mimecast|mimecast\.com|The message you sent (?:to .{3,320} )?(?:requires that you verify|was held|has been rejected|could not be delivered)|-- \d\.\d\.\d{1,3} /i,
  until: /Powered by Mimecast|Disclaimer/i,
});
