export type Selection =
  | { readonly kind: "none" }
  | { readonly kind: "one"; readonly text: string }
  | { readonly kind: "multiple"; readonly texts: readonly string[] };

/**
 * Chooses the SPF record among the joined TXT records of a name (RFC 7208 4.5). More than one is a
 * permanent error for the caller to report, even when they are equal.
 */
export function selectRecord(texts: readonly string[]): Selection {
  const records = texts.filter(isSpfRecord);
  const [first] = records;
  if (first === undefined) return { kind: "none" };
  return records.length === 1 ? { kind: "one", text: first } : { kind: "multiple", texts: records };
}

/**
 * RFC 7208 4.5: a version section of exactly "v=spf1", ended by a space or the end of the record. The literal
 * is ABNF and so in any case (12). Anything else ("v=spf10", a tab, a leading space) is not a record at all.
 */
export const isSpfRecord = (text: string): boolean => /^v=spf1(?: |$)/iu.test(text);
