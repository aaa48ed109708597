import { type Answer, type FailedAnswer, isFailure, joinedText, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import type { Unanswered } from "../known.ts";
import { type DmarcRecord, type NearMiss, parseDmarcRecord } from "./parse-record.ts";

/** What was found at one `_dmarc` name. Plain JSON. */
export type WalkStep = {
  /** The domain whose record this would be. */
  readonly domain: string;
  readonly name: string;
  /** Id of the lookup; null when the name is too long to be asked for. */
  readonly lookup: string | null;
  readonly status: Answer["status"] | "not-asked";
  /** Aliases followed from the name. */
  readonly cnames: readonly string[];
  /** Texts that are DMARC records. More than one means that receivers discard them all. */
  readonly records: readonly string[];
  /** Texts that were meant to be one. */
  readonly nearMisses: readonly { readonly reason: NearMiss; readonly text: string }[];
  /** How many other TXT records stand there; they are ignored. */
  readonly others: number;
  readonly failure: Unanswered | null;
};

/** Asks for the DMARC record of one domain (RFC 9989 4.10 steps 1, 2, 5 and 6). */
export async function askStep(resolver: Resolver, domain: string): Promise<WalkStep> {
  const name = `_dmarc.${domain}`;
  if (name.length > LONGEST_NAME) return { ...EMPTY_STEP, domain, name };
  return stepOf(domain, await resolver.lookup(name, "TXT"));
}

/** The one record of a step; null when there is none or several, which are all discarded. */
export function recordOf(step: WalkStep): DmarcRecord | null {
  const [text] = step.records;
  if (text === undefined || step.records.length > 1) return null;
  const parsed = parseDmarcRecord(text);
  return parsed.kind === "record" ? parsed.record : null;
}

/** Longest name in text form (RFC 1035 2.3.4: 255 octets on the wire). */
export const LONGEST_NAME = 253;

/** What is kept of texts that are no records. Records are kept whole: an answer holds 64 KB at most. */
const MOST_NEAR_MISSES = 10;
const LONGEST_NEAR_MISS = 1024;

const EMPTY_STEP = {
  lookup: null,
  status: "not-asked",
  cnames: [],
  records: [],
  nearMisses: [],
  others: 0,
  failure: null,
} as const;

function stepOf(domain: string, answer: Answer<"TXT">): WalkStep {
  const parsed = recordsOf(answer).map(record => {
    const text = joinedText(record);
    return { text, parse: parseDmarcRecord(text) };
  });
  const nearMisses = parsed.flatMap(({ text, parse }) =>
    parse.kind === "near-miss" ? [{ reason: parse.reason, text: text.slice(0, LONGEST_NEAR_MISS) }] : [],
  );
  const records = parsed.flatMap(({ text, parse }) => (parse.kind === "record" ? [text] : []));
  return {
    domain,
    name: `_dmarc.${domain}`,
    lookup: answer.id,
    status: answer.status,
    cnames: answer.cnames,
    records,
    nearMisses: nearMisses.slice(0, MOST_NEAR_MISSES),
    others: parsed.filter(({ parse }) => parse.kind === "other").length,
    failure: isFailure(answer) ? failureOf(answer) : null,
  };
}

const failureOf = (answer: FailedAnswer): Unanswered => ({
  reason: answer.status === "over-budget" ? "over-budget" : "dns-failed",
  lookups: [answer.id],
});
