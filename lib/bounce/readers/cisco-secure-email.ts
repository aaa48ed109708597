import { defineReader } from "./define-reader.ts";

/** Cisco Secure Email (IronPort). */
export const ciscoSecureEmail = defineReader({
  format: "cisco-secure-email",
  marks: /The following message to <?[^\n<>]{3,320}>? was undeliverable|The reason for the problem:\s/i,
});
