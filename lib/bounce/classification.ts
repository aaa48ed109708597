import type { RuleTier } from "./define-rule.ts";
import type { Reason } from "./reasons.ts";
import type { AddressDead, Cause, Party, Permanence } from "./vocabulary.ts";

export interface RankedCause {
  readonly cause: Cause;
  /** Between 0 and 1. What is missing to 1 over all causes is the share of "something else". */
  readonly probability: number;
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
}

/** Probabilities are told to the thousandth. */
export const toThousandths = (probability: number): number => Math.round(probability * 1000) / 1000;

export interface RuledOutCause {
  readonly cause: Cause;
  readonly because: Reason;
}

/** The judgement about one failed recipient: the five answers, and what they rest on. */
export interface Classification {
  /** Most likely first; empty only where nothing failed. */
  readonly causes: readonly RankedCause[];
  readonly ruledOut: readonly RuledOutCause[];
  /** Id of the rule that answered, or null. */
  readonly rule: string | null;
  /** The deciding words in `BounceReading.text` (UTF-16 offsets), or null. */
  readonly matched: { readonly start: number; readonly end: number } | null;
  readonly tier: RuleTier | null;
  /** `provider_id` of the system whose words decided, or null. */
  readonly provider: string | null;
  readonly permanence: Permanence;
  readonly addressDead: AddressDead;
  readonly party: Party;
}
