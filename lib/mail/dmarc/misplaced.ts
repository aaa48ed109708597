import { type Answer, joinedText, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { parseDmarcRecord } from "./parse-record.ts";
import { LONGEST_NAME } from "./walk-step.ts";

/** The usual wrong places for a DMARC record. */
export type WrongPlace = "apex" | "without-underscore" | "doubled-label" | "doubled-domain";

/** A DMARC record where no receiver looks. */
export type MisplacedRecord = { readonly name: string; readonly place: WrongPlace; readonly text: string };

/** Looks for records in the usual wrong places. A place that cannot be looked at adds nothing. */
export async function findMisplaced(resolver: Resolver, domain: string): Promise<readonly MisplacedRecord[]> {
  const places = wrongPlaces(domain).filter(({ name }) => name.length <= LONGEST_NAME);
  const found = await Promise.all(
    places.map(async ({ name, place }) => misplacedIn(place, await resolver.lookup(name, "TXT"))),
  );
  return found.flat();
}

/** The names where a record ends up by mistake; zone editors that append the domain themselves double it. */
const wrongPlaces = (domain: string): readonly { name: string; place: WrongPlace }[] => [
  { name: domain, place: "apex" },
  { name: `dmarc.${domain}`, place: "without-underscore" },
  { name: `_dmarc._dmarc.${domain}`, place: "doubled-label" },
  { name: `_dmarc.${domain}.${domain}`, place: "doubled-domain" },
];

const misplacedIn = (place: WrongPlace, answer: Answer<"TXT">): readonly MisplacedRecord[] =>
  recordsOf(answer)
    .map(joinedText)
    .filter(text => parseDmarcRecord(text).kind === "record")
    .map(text => ({ name: answer.name, place, text }));
