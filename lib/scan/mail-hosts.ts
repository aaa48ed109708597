import { type NotApplicable, notApplicable } from "./define-check.ts";
import type { FixRecord } from "./finding.ts";
import type { MxEvidence } from "./probes/mx.ts";

/** Why a check of mail hosts has nothing to look at. */
export const withoutHosts = (mx: MxEvidence): NotApplicable =>
  notApplicable(mx.nullPreference === null ? "no-mx" : "null-mx");

/** An MX record as it is published. */
export const mxValue = (preference: number, host: string): string =>
  `${preference} ${host === "." ? "." : `${host}.`}`;

/** The removal of one MX record. */
export const withoutMx = (domain: string, preference: number, host: string): FixRecord => ({
  action: "delete",
  name: domain,
  type: "MX",
  value: "",
  replaces: mxValue(preference, host),
});

/** Names as a list for people: "a", "a and b", "a, b and c". */
export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
