import { defineReader } from "./define-reader.ts";

/** m-FILTER (Digital Arts), common in Japan: "-------server message", "-------SMTP command". */
export const mailFilterJp = defineReader({
  format: "m-filter",
  marks: /-{5,99} ?server message|-{5,99} ?SMTP command/i,
  until: /-{5,99} ?(?:original message|original mail)/i,
});
