import { trimWsp } from "#lib/values/wsp.ts";

/** What the TXT records at `_mta-sts.<domain>` amount to (RFC 8461 3.1). */
export type StsRecord =
  | { readonly kind: "absent" }
  | { readonly kind: "valid"; readonly id: string; readonly text: string }
  | { readonly kind: "invalid"; readonly reason: StsRecordProblem; readonly texts: readonly string[] };

export type StsRecordProblem =
  /** More than one record begins with `v=STSv1;`: senders must take it that there is no policy. */
  | "multiple"
  /** Meant as an MTA-STS record, but it does not begin with exactly `v=STSv1;`, so senders discard it. */
  | "bad-version"
  | "no-id"
  /** `id` must be 1 to 32 letters and digits. */
  | "bad-id"
  | "bad-field";

/**
 * Reads the joined TXT strings found at the name. Text that is not meant for MTA-STS (a wildcard's SPF record,
 * say) is not counted, as RFC 8461 3.1 has it.
 */
export function readStsRecord(texts: readonly string[]): StsRecord {
  const records = texts.filter(text => text.startsWith("v=STSv1;"));
  if (records.length > 1) return { kind: "invalid", reason: "multiple", texts: records };
  const [text] = records;
  if (text === undefined) {
    const meant = texts.filter(one => /^\s*v\s*=\s*stsv1/iu.test(one));
    return meant.length === 0
      ? { kind: "absent" }
      : { kind: "invalid", reason: problemOfMisfit(meant), texts: meant };
  }
  const read = readFields(text);
  return "id" in read
    ? { kind: "valid", id: read.id, text }
    : { kind: "invalid", reason: read.problem, texts: [text] };
}

/** The bare version without the semicolon lacks its id rather than its version. */
const problemOfMisfit = (texts: readonly string[]): StsRecordProblem =>
  texts.every(text => /^v=STSv1\s*$/u.test(text)) ? "no-id" : "bad-version";

/** sts-text-record = sts-version 1*(sts-field-delim sts-field) [sts-field-delim] */
function readFields(text: string): { id: string } | { problem: StsRecordProblem } {
  const fields = text.split(";").map(trimWsp);
  if (fields.at(-1) === "") fields.pop();
  let id: string | null = null;
  for (const field of fields.slice(1)) {
    if (field.startsWith("id=")) {
      if (!/^id=[A-Za-z0-9]{1,32}$/u.test(field)) return { problem: "bad-id" };
      // Only the first of several ids can have been meant by RFC 8461 3.2's rule for repeated fields.
      id ??= field.slice(3);
    } else if (!EXTENSION.test(field)) return { problem: "bad-field" };
  }
  return id === null ? { problem: "no-id" } : { id };
}

/** sts-extension = sts-ext-name "=" sts-ext-value */
const EXTENSION = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}=[\x21-\x3a\x3c\x3e-\x7e]+$/u;
