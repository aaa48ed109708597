import { nameOfLabels } from "#lib/values/dns-name.ts";
import type { MacroValues } from "./macro.ts";
import { expandMacrosFromRight } from "./macro.ts";
import { isTopLabel } from "./parse-macro-string.ts";
import type { DomainSpec } from "./record.ts";

/** RFC 7208 7.3: the longest domain name in text form. */
const LONGEST_NAME = 253;

/** More of the right end than any name can use: the cut below never sees where the expansion was stopped. */
const ENOUGH_TEXT = 4 * LONGEST_NAME;

/**
 * Expands a domain-spec into the <target-name> (RFC 7208 4.8), without the final dot. Null where the result
 * is no usable domain name. The standard leaves that case open; here such a term matches nothing and asks
 * nothing, while `include` and `redirect` follow 4.3 and 6.1.
 */
export function targetName(spec: DomainSpec, values: MacroValues): string | null {
  const expanded = expandMacrosFromRight(spec, values, ENOUGH_TEXT);
  const name = cutFromLeft(withoutFinalDot(expanded));
  return isWellFormedDomain(name) ? name : null;
}

/**
 * RFC 7208 4.3 and 4.8: a multi-label name, labels of 1 to 63 characters, ending in a top label as the grammar
 * of domain-spec demands ("domain and <domain-spec> are syntactically identical after macro expansion"), so
 * no address and no address literal.
 */
export function isWellFormedDomain(name: string): boolean {
  if (name.length > LONGEST_NAME || !/^[\x20-\x7e]+$/u.test(name)) return false;
  const labels = name.split(".");
  return (
    labels.length > 1 &&
    labels.every(label => label !== "" && label.length <= 63) &&
    isTopLabel(labels.at(-1) ?? "")
  );
}

/** The name as the resolver wants it: lower case, backslashes and blanks escaped (RFC 1035 5.1). */
export const lookupName = (name: string): string => nameOfLabels(name.split("."));

/** RFC 7208 7.3: a final dot must be accepted; the name is the same without it. */
export const withoutFinalDot = (name: string): string => (name.endsWith(".") ? name.slice(0, -1) : name);

/** RFC 7208 7.3: whole labels are removed from the left until 253 characters are left. */
function cutFromLeft(name: string): string {
  let from = 0;
  while (name.length - from > LONGEST_NAME) {
    const dot = name.indexOf(".", from);
    if (dot === -1) return name;
    from = dot + 1;
  }
  return name.slice(from);
}
