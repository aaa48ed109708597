import { defineReader } from "./define-reader.ts";

/** GMX, WEB.DE, mail.com and IONOS (1&1). */
export const gmx = defineReader({
  format: "gmx",
  marks:
    /SMTP error from remote (?:mail )?server for [A-Z ]{3,20} command|The following address(?:es)? failed:/i,
  from: /The following address(?:es)?\s{1,40}failed:/i,
  until: /-{3,99} ?The header of the original message is following/i,
});
