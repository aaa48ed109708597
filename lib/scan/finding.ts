/** The words a scan is told in: sections, statuses, findings and fixes. Pure types and closed lists. */

export const SECTIONS = ["profile", "delivery", "authentication", "transport", "reputation", "dns"] as const;
export type SectionId = (typeof SECTIONS)[number];

export const STATUSES = ["pass", "info", "warn", "fail", "not-applicable", "inconclusive"] as const;
export type Status = (typeof STATUSES)[number];

/** What a check itself may say. `inconclusive` belongs to the runner alone. */
export type OutcomeStatus = Exclude<Status, "inconclusive">;

/** Plain JSON: what outcome arguments and evidence are made of, so that a stored scan can be judged again. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** Why something could not be gathered. `lookups` are ids of the DNS lookups that failed. */
export interface GatherFailure {
  readonly reason: FailureReason;
  readonly lookups: readonly string[];
}

export const FAILURE_REASONS = [
  "dns-failed",
  "resolver-untrusted",
  "resolver-not-validating",
  "over-budget",
  "network-failed",
  "deadline",
  "not-gathered",
  "crashed",
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

export type Gathered<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: GatherFailure };

/** One stored judgement: codes and arguments, never sentences. */
export interface Finding {
  readonly check: string;
  readonly outcome: string;
  readonly status: Status;
  /** The host, selector, address, list or term spoken about, where a check speaks of many. */
  readonly subject: string | null;
  readonly args: { readonly [key: string]: Json | undefined };
  /** Ids of the lookups that the judgement rests on. */
  readonly lookups: readonly string[];
}

/** Who can carry a fix out. */
export type FixParty = "dns-admin" | "mail-admin" | "provider" | "list-operator" | "nobody";

export interface FixRecord {
  readonly action: "create" | "replace" | "delete";
  readonly name: string;
  readonly type: string;
  /** Exactly the text to publish; empty for `delete`. */
  readonly value: string;
  /** The published text that goes away, or null. */
  readonly replaces: string | null;
}

export interface Fix {
  readonly who: FixParty;
  readonly steps: readonly string[];
  readonly records: readonly FixRecord[];
}

/** What is known of the domain's providers when a fix is worded. */
export interface FixContext {
  readonly domain: string;
  /** `provider_id` of data/mx-providers.json for the incoming mail, or null. */
  readonly mailProvider: string | null;
  /** Host of the zone, when its name servers give it away ("cloudflare", "route53", ...), or null. */
  readonly dnsProvider: string | null;
  /** Whether the domain sends mail; null or absent when that is not known. */
  readonly sends?: boolean | null | undefined;
}
