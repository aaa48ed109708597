import type { Advice } from "./advice/advice.ts";
import type { RankedCause, RuledOutCause } from "./classification.ts";
import type { QuotedMessage, Reply } from "./failure.ts";
import type { MicrosoftSession } from "./microsoft-session.ts";
import type { AddressDead, BounceEvent, Party, Permanence, Stage } from "./vocabulary.ts";

/** Part of every report; raised when a field changes its meaning. */
export const BOUNCE_SCHEMA = "mailtriage.bounce/1";

/** What one mail, line, row or event says, and what it means: the public JSON of `mailtriage bounce`. */
export interface BounceReport {
  readonly schema: typeof BOUNCE_SCHEMA;
  readonly event: BounceEvent;
  readonly format: string;
  /** Language of the report for people (BCP 47), or null. */
  readonly language: string | null;
  readonly failures: readonly ReportedFailure[];
  readonly message: QuotedMessage;
  /** The decoded, repaired text that `matched` refers to. */
  readonly text: string;
}

export interface ReportedFailure {
  readonly recipient: string | null;
  readonly originalRecipient: string | null;
  readonly event: BounceEvent;
  /** Of the server that decided. */
  readonly replyCode: number | null;
  readonly enhancedStatus: string | null;
  /** Its words, one clean line. */
  readonly diagnostic: string | null;
  readonly stage: Stage | null;
  readonly reportingMta: string | null;
  readonly remoteMta: string | null;
  readonly remoteIp: string | null;
  readonly provider: string | null;
  readonly causes: readonly RankedCause[];
  readonly ruledOut: readonly RuledOutCause[];
  readonly rule: string | null;
  readonly matched: { readonly start: number; readonly end: number } | null;
  readonly permanence: Permanence;
  readonly addressDead: AddressDead;
  readonly party: Party;
  /** Steps for the sender, the sender's administrator and the recipient's administrator. */
  readonly advice: Advice;
  /** Every reply that is quoted, from the server that decided out to the one that wrote the report. */
  readonly replies: readonly Reply[];
  /** For Microsoft's support. */
  readonly microsoftSession: MicrosoftSession | null;
}
