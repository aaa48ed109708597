import { repairText } from "./repair-text.ts";

/**
 * One record that says what several said (RFC 7208 3.2 allows only one): every term once, one `all`. A
 * redirect becomes an include, because it would be ignored beside the other records' terms.
 */
export function mergeRecords(texts: readonly string[]): string {
  const terms = new Map<string, string>();
  const endings: string[] = [];
  let explanation: string | null = null;
  for (const text of texts) {
    for (const term of repairText(text).text.split(" ").slice(1)) {
      if (/^[+\-~?]?all$/iu.test(term)) endings.push(term.length === 3 ? "+" : term.charAt(0));
      else if (/^exp=/iu.test(term)) explanation ??= term;
      else if (!/^v=spf/iu.test(term)) {
        const plain = term.replace(/^\+/u, "").replace(/^redirect=/iu, "include:");
        terms.set(plain.toLowerCase(), terms.get(plain.toLowerCase()) ?? plain);
      }
    }
  }
  // Both strict: stays strict. Anything else: unlisted senders are marked, not refused.
  const strict = endings.length > 0 && endings.every(ending => ending === "-");
  const all = strict || terms.size === 0 ? "-all" : "~all";
  return ["v=spf1", ...terms.values(), all, ...(explanation === null ? [] : [explanation])].join(" ");
}
