import { duplicateNames, parseTagList } from "#lib/values/tag-list.ts";

/** What the TXT records at `<selector>._bimi.<domain>` amount to (draft-brand-indicators-for-message-identification). */
export type BimiRecord =
  | { readonly kind: "absent" }
  /** `l` and `a` both empty: the domain declines to take part. */
  | { readonly kind: "declined"; readonly text: string }
  | {
      readonly kind: "valid";
      readonly text: string;
      /** Where the logo is; null when only a mark certificate carries it. */
      readonly logo: string | null;
      readonly certificate: string | null;
    }
  | { readonly kind: "invalid"; readonly reason: BimiRecordProblem; readonly texts: readonly string[] };

export type BimiRecordProblem =
  | "multiple"
  | "bad-version"
  | "bad-tag"
  | "duplicate-tag"
  | "no-logo"
  | "bad-logo-url"
  | "bad-certificate-url";

/** Reads the joined TXT strings found at the name; text that is not meant for BIMI is not counted. */
export function readBimiRecord(texts: readonly string[]): BimiRecord {
  const records = texts.filter(text => VERSION.test(text));
  if (records.length > 1) return { kind: "invalid", reason: "multiple", texts: records };
  const [text] = records;
  if (text === undefined) {
    const meant = texts.filter(one => /^\s*v\s*=\s*bimi1/iu.test(one));
    return meant.length === 0 ? { kind: "absent" } : { kind: "invalid", reason: "bad-version", texts: meant };
  }
  return readTags(text);
}

/** The version comes first and is case-sensitive; blanks around `=` are allowed. */
const VERSION = /^v[ \t]*=[ \t]*BIMI1[ \t]*(?:;|$)/u;

function readTags(text: string): BimiRecord {
  const invalid = (reason: BimiRecordProblem): BimiRecord => ({ kind: "invalid", reason, texts: [text] });
  const { tags, defects } = parseTagList(text);
  if (defects.some(({ code }) => code !== "empty-segment")) return invalid("bad-tag");
  if (duplicateNames(tags).length > 0) return invalid("duplicate-tag");
  const valueOf = (name: string): string | null => tags.find(tag => tag.name === name)?.value ?? null;
  const logo = valueOf("l");
  const certificate = valueOf("a");
  if (logo === null) return invalid("no-logo");
  if (logo === "" && (certificate ?? "") === "") return { kind: "declined", text };
  if (logo !== "" && !isHttpsUrl(logo)) return invalid("bad-logo-url");
  if (certificate !== null && certificate !== "" && !isHttpsUrl(certificate)) {
    return invalid("bad-certificate-url");
  }
  return { kind: "valid", text, logo: logo || null, certificate: certificate || null };
}

/** Commas would start a list, which the draft no longer has. */
const isHttpsUrl = (text: string): boolean =>
  /^https:\/\/[^\s,;]+$/iu.test(text) && URL.canParse(text) && new URL(text).hostname !== "";
