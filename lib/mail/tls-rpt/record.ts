import { trimWsp } from "#lib/values/wsp.ts";

/** What the TXT records at `_smtp._tls.<domain>` amount to (RFC 8460 3). */
export type TlsRptRecord =
  | { readonly kind: "absent" }
  | { readonly kind: "valid"; readonly destinations: readonly string[]; readonly text: string }
  | { readonly kind: "multiple"; readonly texts: readonly string[] }
  | { readonly kind: "invalid"; readonly reason: TlsRptProblem; readonly texts: readonly string[] };

export type TlsRptProblem =
  /** Meant as a TLS-RPT record, but it does not begin with exactly `v=TLSRPTv1;`, so senders discard it. */
  | "bad-version"
  | "no-rua"
  /** No destination is a mailto: or https: address. */
  | "bad-rua"
  | "bad-field";

/** Reads the joined TXT strings found at the name; text that is not meant for TLS-RPT is not counted. */
export function readTlsRptRecord(texts: readonly string[]): TlsRptRecord {
  const records = texts.filter(text => text.startsWith("v=TLSRPTv1;"));
  if (records.length > 1) return { kind: "multiple", texts: records };
  const [text] = records;
  if (text === undefined) {
    const meant = texts.filter(one => /^\s*v\s*=\s*tlsrptv1/iu.test(one));
    if (meant.length === 0) return { kind: "absent" };
    const bare = meant.every(one => /^v=TLSRPTv1\s*$/u.test(one));
    return { kind: "invalid", reason: bare ? "no-rua" : "bad-version", texts: meant };
  }
  const read = readFields(text);
  return "destinations" in read
    ? { kind: "valid", destinations: read.destinations, text }
    : { kind: "invalid", reason: read.problem, texts: [text] };
}

/** tlsrpt-record = tlsrpt-version 1*(field-delim tlsrpt-field) [field-delim] */
function readFields(text: string): { destinations: readonly string[] } | { problem: TlsRptProblem } {
  const fields = text.split(";").map(trimWsp);
  if (fields.at(-1) === "") fields.pop();
  let rua: string | null = null;
  for (const field of fields.slice(1)) {
    if (field.startsWith("rua=")) rua ??= field.slice(4);
    else if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}=[\x21-\x3a\x3c\x3e-\x7e]+$/u.test(field)) {
      return { problem: "bad-field" };
    }
  }
  if (rua === null) return { problem: "no-rua" };
  const destinations = rua.split(",").map(trimWsp).filter(isDestination);
  return destinations.length === 0 ? { problem: "bad-rua" } : { destinations };
}

/** RFC 8460 3: "mailto" and "https" only; an "!" would have to be encoded. */
const isDestination = (uri: string): boolean =>
  /^mailto:[^\s@!]+@[^\s@!]+$/iu.test(uri) || /^https:\/\/[^\s!]+$/iu.test(uri);
