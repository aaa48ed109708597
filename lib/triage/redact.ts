import type { BounceReport, ReportedFailure } from "#lib/bounce/bounce-report.ts";
import { findAddresses } from "#lib/bounce/words/addresses.ts";
import { MASK, type PersonalWords, personalWordsIn } from "./personal-words.ts";
import { REMOVALS, type StoredTriage } from "./stored-triage.ts";

/**
 * The same bounce without the people in it: of every address the domain is left, and names, subject, Message-ID and
 * the text of the report are gone. Hosts, codes, times and Microsoft's session stay, for the other side needs them.
 */
export function redactTriage(triage: StoredTriage): StoredTriage {
  if (triage.removed.length > 0) return triage;
  const { report, evidence } = triage;
  const mask = masker(personalWordsIn(report));
  return {
    ...triage,
    report: withMask(mask, withoutText(report)),
    evidence: withMask(mask, evidence),
    removed: REMOVALS,
  };
}

function withoutText(report: BounceReport): BounceReport {
  return {
    ...report,
    failures: report.failures.map(withoutProse),
    message: { ...report.message, subject: null, messageId: null, authenticationResults: [] },
    text: "",
  };
}

/** A sentence of the report that is no reply may speak of people by name. */
const withoutProse = (failure: ReportedFailure): ReportedFailure => ({
  ...failure,
  diagnostic: failure.replies.length === 0 ? null : failure.diagnostic,
  matched: null,
});

type Mask = (text: string) => string;

/** Applies a mask to every string in plain JSON but codes. Keys and everything else stay. */
function withMask<Value>(mask: Mask, value: Value): Value {
  // Each branch gives back the kind of value that it was given.
  if (typeof value === "string") return mask(value) as Value;
  if (Array.isArray(value)) return value.map(one => withMask(mask, one)) as Value;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [
    key,
    CODES.has(key) && isWords(one) ? one : withMask(mask, one),
  ]);
  return Object.fromEntries(entries) as Value;
}

const isWords = (value: unknown): boolean =>
  typeof value === "string" || (Array.isArray(value) && value.every(one => typeof one === "string"));

/** Fields that hold words of closed vocabularies and ids. A person may be called like one of them. */
const CODES: ReadonlySet<string> = new Set(
  (
    "schema event format language stage provider providers rule permanence addressDead party cause code status gateway " +
    "result because kind action type policy adkim aspf enhanced enhancedStatus by list outcome value gatheredAt recordAt"
  ).split(" "),
);

function masker({ masks, words, subject, messageId }: PersonalWords): Mask {
  const pattern = wordPattern(words);
  const whole = [subject, messageId, messageId?.replaceAll(/^<|>$/gu, "")].filter(
    one => one !== undefined && one !== null && one.length >= SHORTEST_WHOLE,
  );
  return text => {
    const withoutWhole = whole.reduce<string>((rest, one) => rest.replaceAll(one ?? "", MASK), text);
    const masked = maskAddresses(withoutWhole.replaceAll(DIRECTORY_NAME, `$1${MASK}`), masks);
    return pattern === null ? masked : masked.replaceAll(pattern, MASK);
  };
}

const SHORTEST_WHOLE = 4;

/** The part of an Exchange directory name (X.500) that names the person. */
const DIRECTORY_NAME = /(\/cn=(?:recipients\/cn=)?)(?!recipients|configuration)[^/\s;<>"')]{1,120}/giu;

function maskAddresses(text: string, masks: PersonalWords["masks"]): string {
  let masked = "";
  let from = 0;
  for (const { address, start, end } of findAddresses(text)) {
    const domain = address.slice(address.lastIndexOf("@"));
    masked += text.slice(from, start) + (masks.get(address.toLowerCase()) ?? `${MASK}${domain}`);
    from = end;
  }
  // Some systems write the @ in other ways.
  return (masked + text.slice(from)).replaceAll(ENCODED_ADDRESS, `${MASK}$1`);
}

const ENCODED_ADDRESS = /[\p{L}\p{N}._+-]{1,64}((?:%40|=40|\+AEA-|&#64;)[\p{L}\p{N}-]{1,63}\.)/gu;

/** Whole words only, without regard to case. */
function wordPattern(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null;
  const alternatives = words.map(word => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${alternatives.join("|")})(?![\p{L}\p{N}])`, "giu");
}
