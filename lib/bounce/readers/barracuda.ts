import { defineReader } from "./define-reader.ts";

/** Barracuda Email Security Gateway. */
export const barracuda = defineReader({
  format: "barracuda",
  marks:
    /was blocked by (?:our|the) Spam Firewall|Barracuda (?:Spam|Email Security|Networks)|NOT BEEN DELIVERED/,
});
