import { defineReader } from "./define-reader.ts";

/** Deutsche Telekom, and the form of smail that it kept. */
export const tOnline = defineReader({
  format: "t-online",
  marks:
    /\|-{5,99} ?(?:Failed addresses follow|Message log follows):? ?-{5,99}\||Diese (?:E-?Mail|Nachricht) konnte (?:an )?(?:die )?folgenden? Empf(?:ä|ae)nger nicht|t-online\.de/i,
  from: /\|-{5,99} ?(?:Message log follows|Failed addresses follow):? ?-{5,99}\|/i,
  until: /\|-{5,99} ?Message (?:text|header) follows/i,
});
