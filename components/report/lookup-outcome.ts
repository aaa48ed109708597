import type { LookupEntry } from "#lib/scan/report.ts";

/** RFC 1035 4.1.1 and later. */
const RCODES: Readonly<Record<number, string>> = {
  0: "NOERROR",
  1: "FORMERR",
  2: "SERVFAIL",
  3: "NXDOMAIN",
  4: "NOTIMP",
  5: "REFUSED",
};

const WORDS: Readonly<Record<string, string>> = {
  records: "answered",
  nodata: "no such record",
  nxdomain: "no such name",
  servfail: "server failure",
  refused: "refused",
  timeout: "no answer",
  malformed: "unreadable answer",
  unreachable: "server not reachable",
  "cname-loop": "CNAME loop",
  "too-large": "answer too large",
  "over-budget": "not asked: over the limit of one scan",
  "other-rcode": "error answer",
};

/** How a lookup ended: a proven absence is an answer, a failure is not. */
export function lookupOutcome(lookup: LookupEntry): { readonly failed: boolean; readonly word: string } {
  const failed = !["records", "nodata", "nxdomain"].includes(lookup.status);
  const code = lookup.rcode === null ? null : (RCODES[lookup.rcode] ?? `rcode ${lookup.rcode}`);
  const word = WORDS[lookup.status] ?? lookup.status;
  const plain = code === null || (lookup.status === "records" && lookup.rcode === 0);
  return { failed, word: plain ? word : `${word} (${code})` };
}
