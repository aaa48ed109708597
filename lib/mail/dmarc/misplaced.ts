import { type Answer, joinedText, recordsOf } from "#lib/dns/answer.ts";
import { parseDmarcRecord } from "./parse-record.ts";

/** The usual wrong places for a DMARC record. */
export type WrongPlace = "apex" | "without-underscore" | "doubled-label" | "doubled-domain";

/** A DMARC record where no receiver looks. */
export type MisplacedRecord = { readonly name: string; readonly place: WrongPlace; readonly text: string };

/** The names where a record ends up by mistake; zone editors that append the domain themselves double it. */
export const wrongPlaces = (domain: string): readonly { name: string; place: WrongPlace }[] => [
  { name: domain, place: "apex" },
  { name: `dmarc.${domain}`, place: "without-underscore" },
  { name: `_dmarc._dmarc.${domain}`, place: "doubled-label" },
  { name: `_dmarc.${domain}.${domain}`, place: "doubled-domain" },
];

/** The DMARC records in the answer for such a name. */
export const misplacedIn = (place: WrongPlace, answer: Answer<"TXT">): readonly MisplacedRecord[] =>
  recordsOf(answer)
    .map(joinedText)
    .filter(text => parseDmarcRecord(text).kind === "record")
    .map(text => ({ name: answer.name, place, text }));
