import { defineReader } from "./define-reader.ts";

/** PowerMTA; the codes stand in the machine-readable part. */
export const powerMta = defineReader({
  format: "powermta",
  marks:
    /I am sending you this message to inform you on the delivery status of a|delivery failed; will not continue trying/i,
  from: /headers of the original\s{1,40}message\./i,
});
