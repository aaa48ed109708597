import type { Tag } from "#lib/values/tag-list.ts";
import { parseTagList } from "#lib/values/tag-list.ts";
import { parsePolicy, type Policy } from "./policy.ts";
import { findProblems, isFailureOptions, type RecordProblem } from "./record-problems.ts";
import { parseReportUris, type ReportUri } from "./report-uri.ts";

/** A DMARC policy record as receivers read it: what is not valid has given way to its default. */
export interface DmarcRecord {
  readonly text: string;
  /** Null when the tag is missing or its value is none of the three policies. */
  readonly p: Policy | null;
  readonly sp: Policy | null;
  readonly np: Policy | null;
  /** Policy tags that are there but not valid: with one of them RFC 9989 4.10.1 sets the whole policy aside. */
  readonly invalidPolicies: readonly PolicyTag[];
  readonly adkim: "r" | "s";
  readonly aspf: "r" | "s";
  readonly fo: readonly string[];
  /** `t=y`: receivers are asked to act one step milder. */
  readonly testing: boolean;
  readonly psd: "y" | "n" | "u";
  readonly rua: readonly ReportUri[];
  readonly ruf: readonly ReportUri[];
  /** Historic (RFC 7489): the percentage of failing mail the policy is for; 100 when absent or unreadable. */
  readonly pct: number;
  readonly tags: readonly Tag[];
  readonly problems: readonly RecordProblem[];
}

export type PolicyTag = "p" | "sp" | "np";

/** Why a text that means to be a DMARC record is none: receivers discard it (RFC 9989 4.7 "v"). */
export type NearMiss =
  | "version-case"
  | "version-unknown"
  | "version-not-first"
  | "version-missing"
  | "missing-semicolon"
  | "text-before-version";

export type DmarcParse =
  | { readonly kind: "record"; readonly record: DmarcRecord }
  | { readonly kind: "near-miss"; readonly reason: NearMiss; readonly text: string }
  | { readonly kind: "other" };

/**
 * Reads one TXT record found at a `_dmarc` name (RFC 9989 4.7, 4.8). Never throws. Blanks before the version are
 * allowed as RFC 6376 3.2 allows them, and receivers accept them. Of a repeated tag the last one counts, as it
 * does for most receivers; it is listed as a problem, like tag names in capitals.
 */
export function parseDmarcRecord(text: string): DmarcParse {
  const { tags, defects } = parseTagList(text);
  if (!VERSION.test(text)) {
    const reason = nearMissOf(text, tags);
    return reason === null ? { kind: "other" } : { kind: "near-miss", reason, text };
  }
  const byName = new Map(tags.map(tag => [tag.name.toLowerCase(), tag]));
  const valueOf = (name: string): string | undefined => byName.get(name)?.value.toLowerCase();
  const urisOf = (name: string): readonly ReportUri[] => {
    const tag = byName.get(name);
    return tag === undefined ? [] : parseReportUris(tag.value, tag.valueStart);
  };
  const policyOf = (name: PolicyTag): Policy | null => parsePolicy(valueOf(name) ?? "");
  const record = {
    text,
    p: policyOf("p"),
    sp: policyOf("sp"),
    np: policyOf("np"),
    invalidPolicies: POLICY_TAGS.filter(name => byName.has(name) && policyOf(name) === null),
    adkim: valueOf("adkim") === "s" ? ("s" as const) : ("r" as const),
    aspf: valueOf("aspf") === "s" ? ("s" as const) : ("r" as const),
    fo: isFailureOptions(valueOf("fo") ?? "") ? (valueOf("fo") ?? "").split(":") : ["0"],
    testing: valueOf("t") === "y",
    psd: readPsd(valueOf("psd")),
    rua: urisOf("rua"),
    ruf: urisOf("ruf"),
    pct: readPercent(valueOf("pct")),
    tags,
  };
  return { kind: "record", record: { ...record, problems: findProblems(record, defects) } };
}

const POLICY_TAGS = ["p", "sp", "np"] as const;

/** `dmarc-version`: the name in any case by its ABNF, the value exactly "DMARC1" (`%s` of RFC 7405). */
const VERSION = /^[ \t\r\n]*[vV][ \t\r\n]*=[ \t\r\n]*DMARC1[ \t\r\n]*(?:;|$)/u;

function nearMissOf(text: string, tags: readonly Tag[]): NearMiss | null {
  if (/^[^A-Za-z]+v\s*=\s*dmarc/iu.test(text) && !/^[ \t\r\n]*v/iu.test(text)) return "text-before-version";
  const version = tags.find(tag => tag.name.toLowerCase() === "v");
  if (version === undefined) return hasPolicy(tags) ? "version-missing" : null;
  if (!/^dmarc/iu.test(version.value)) return null;
  if (version !== tags[0]) return "version-not-first";
  if (/^dmarc1$/iu.test(version.value)) return "version-case";
  return /^dmarc1[\s,:]/iu.test(version.value) ? "missing-semicolon" : "version-unknown";
}

const hasPolicy = (tags: readonly Tag[]): boolean =>
  tags.some(tag => tag.name === "p" && parsePolicy(tag.value) !== null);

const readPsd = (value: string | undefined): "y" | "n" | "u" =>
  value === "y" || value === "n" ? value : "u";

function readPercent(value: string | undefined): number {
  const percent = /^\d{1,3}$/u.test(value ?? "") ? Number(value) : 100;
  return percent <= 100 ? percent : 100;
}
