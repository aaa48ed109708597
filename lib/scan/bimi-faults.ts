import type { LogoProblem } from "#lib/mail/bimi/logo.ts";
import type { MarkCertificateProblem } from "#lib/mail/bimi/mark-certificate.ts";
import type { BimiRecordProblem } from "#lib/mail/bimi/record.ts";
import type { BimiCertificate, BimiFile, BimiLogo } from "./probes/bimi.ts";

/** What keeps a logo from being shown. `reason` of an unreachable file is the failure or `status-404`. */
export type BimiFault = {
  readonly part: "record" | "logo" | "certificate";
  readonly reason: BimiRecordProblem | LogoProblem | MarkCertificateProblem | "unreachable" | "other-logo";
  /** The tag, attribute or failure at fault. */
  readonly what: string;
};

/** The first fault of the two files; null when neither has one, or neither was fetched. */
export function bimiFault(
  logo: BimiFile<BimiLogo>,
  certificate: BimiFile<BimiCertificate>,
): BimiFault | null {
  if (logo.kind === "unreachable") return { part: "logo", reason: "unreachable", what: logo.reason };
  const problem = logo.kind === "fetched" ? logo.problems[0] : undefined;
  if (problem !== undefined) return { part: "logo", reason: problem.problem, what: problem.what };
  if (certificate.kind === "unreachable") {
    return { part: "certificate", reason: "unreachable", what: certificate.reason };
  }
  if (certificate.kind !== "fetched") return null;
  if (certificate.problem !== null) return { part: "certificate", reason: certificate.problem, what: "" };
  return certificate.sameLogo === false ? { part: "certificate", reason: "other-logo", what: "" } : null;
}

/** The fault in words, without a full stop. */
export const faultSentence = ({ part, reason, what }: BimiFault): string =>
  `${SENTENCES[reason](part === "certificate" ? "the mark certificate" : "the logo file")}${what === "" ? "" : ` (${what})`}`;

const SENTENCES: { readonly [Reason in BimiFault["reason"]]: (file: string) => string } = {
  multiple: () => "there are several BIMI records, where one is allowed",
  "bad-version": () => "the record does not begin with exactly “v=BIMI1;”",
  "bad-tag": () => "the record has a part that is not name=value",
  "duplicate-tag": () => "the record has a tag twice",
  "no-logo": () => "the record has no l= tag",
  "bad-logo-url": () => "l= is not one https address",
  "bad-certificate-url": () => "a= is not an https address",
  unreachable: file => `${file} cannot be fetched`,
  "not-svg": file => `${file} is no SVG`,
  "too-large": file => `${file} is too large`,
  doctype: file => `${file} declares a document type, which is not allowed`,
  malformed: file => `${file} is not well-formed XML`,
  "too-complex": file => `${file} has too many elements`,
  "not-tiny-ps": file => `${file} is not marked as SVG Tiny PS`,
  "no-title": file => `${file} has no title`,
  "position-on-root": file => `${file} has a position on its outermost element`,
  "not-square": file => `${file} is not square`,
  script: file => `${file} contains a script`,
  "external-reference": file => `${file} refers to something outside itself`,
  "forbidden-element": file => `${file} contains an element that SVG Tiny PS does not have`,
  "forbidden-attribute": file => `${file} contains an attribute that SVG Tiny PS does not have`,
  "not-pem": file => `${file} is no PEM certificate`,
  "not-a-mark-certificate": file => `${file} is an ordinary certificate, not one for a mark`,
  "other-domain": file => `${file} is made for another domain`,
  expired: file => `${file} has run out`,
  "not-yet-valid": file => `${file} is not valid yet`,
  "other-logo": file => `${file} holds another logo than l=`,
};
