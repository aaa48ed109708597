import type { NearMiss } from "#lib/mail/dmarc/parse-record.ts";
import type { RecordProblemCode } from "#lib/mail/dmarc/record-problems.ts";
import type { Deed } from "./dmarc-evidence.ts";

/** What receivers do by a policy, as the end of "mail that fails ...". */
const DEEDS: { readonly [Name in Deed]: string } = {
  none: "is delivered as usual",
  quarantine: "is treated as suspicious, usually put into the spam folder",
  reject: "is refused",
  "no-policy": "is under no policy",
  unknown: "meets a policy that is not known, because a lookup failed",
};

export type Deeds = { readonly exact: Deed; readonly existing: Deed; readonly missing: Deed };

/** What happens to mail of the exact domain, of a sub-domain that exists and of one that does not. */
export function deedSentence(domain: string, { exact, existing, missing }: Deeds): string {
  if (exact === existing && existing === missing) {
    return `Mail that fails DMARC ${DEEDS[exact]}, whether its sender address is at ${domain}, at a sub-domain or at a sub-domain that does not exist.`;
  }
  const rest =
    existing === missing
      ? `From its sub-domains such mail ${DEEDS[existing]}, whether they exist or not.`
      : `From a sub-domain that exists such mail ${DEEDS[existing]}; from one that does not exist it ${DEEDS[missing]}.`;
  return `Mail from ${domain} that fails DMARC ${DEEDS[exact]}. ${rest}`;
}

export type SyntaxProblem = {
  readonly code: RecordProblemCode | NearMiss;
  readonly tag: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
};

type Sentences = { readonly [Code in SyntaxProblem["code"]]: (problem: SyntaxProblem) => string };

const PROBLEMS: Sentences = {
  "missing-policy": () =>
    "There is no p tag. Receivers that follow RFC 9989 act as for p=none when a report address is given, and else ignore the record.",
  "bad-value": ({ tag, value }) =>
    value === "" ? `The tag ${tag} is empty.` : `“${value}” is no value that ${tag} can have.`,
  "duplicate-tag": ({ tag }) =>
    `The tag ${tag} appears more than once. Most receivers take the last one, strict ones ignore the record.`,
  "unknown-tag": ({ tag }) => `There is no tag ${tag}: receivers ignore it.`,
  "tag-case": ({ tag }) => `The tag ${tag} is written in capitals, which strict receivers do not recognise.`,
  "historic-tag": ({ tag }) =>
    `The tag ${tag} is historic: receivers that follow RFC 9989 ignore it, older ones may still use it.`,
  "size-limit": ({ value }) => `The size limit in “${value}” is obsolete and ignored.`,
  "failure-reports-for-suffix": () => "A public suffix (psd=y) must not ask for failure reports with ruf.",
  "not-a-tag": ({ value }) => `“${value}” is not a tag=value pair, and is ignored.`,
  "empty-segment": () => "There is nothing between two semicolons.",
  "version-case": ({ value }) =>
    `The record has to begin with v=DMARC1 in exactly these letters, not “${value}”.`,
  "version-unknown": ({ value }) => `The only version is DMARC1, not “${value}”.`,
  "version-not-first": () => "v=DMARC1 has to be the first tag.",
  "version-missing": () => "The record does not begin with v=DMARC1.",
  "missing-semicolon": () => "There is no semicolon after v=DMARC1.",
  "text-before-version": () =>
    "Something stands before v=DMARC1, such as a quotation mark, so that the record is not recognised.",
};

export const problemSentence = (problem: SyntaxProblem): string => PROBLEMS[problem.code](problem);
