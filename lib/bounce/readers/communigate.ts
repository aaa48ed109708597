import { defineReader } from "./define-reader.ts";

/** CommuniGate Pro. */
export const communiGate = defineReader({
  format: "communigate",
  marks: /Failed to deliver to '[^'\n]{3,320}'|SMTP module\(domain [^()]{3,255}\) reports:/i,
});
