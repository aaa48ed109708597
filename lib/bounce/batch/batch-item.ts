import type { AddressDead, BounceEvent, Cause, Permanence, Stage } from "../vocabulary.ts";
import type { Reason } from "../reasons.ts";
import type { DirectoryRefusal } from "./directory-refusal.ts";

/**
 * What to do with an address of a list after its mail came back:
 * `remove` it is gone; `undecided` DNS has yet to be asked whether the right server refused; `ask` it may be gone, find
 * out first; `repair` keep it, and send again when what the cause names has been put right; `retry` keep it and send
 * again later; `reached` mail got through to it afterwards.
 */
export const FATES = ["remove", "undecided", "ask", "repair", "retry", "reached"] as const;
export type Fate = (typeof FATES)[number];

/** One failed recipient of many: what grouping and lists need, and none of the mail itself. */
export interface BatchItem {
  /** Its place among the failures, from 1. */
  readonly item: number;
  readonly recipient: string | null;
  readonly recipientDomain: string | null;
  readonly provider: string | null;
  readonly cause: Cause;
  readonly permanence: Permanence;
  readonly addressDead: AddressDead;
  readonly replyCode: number | null;
  readonly enhancedStatus: string | null;
  /** ISO 8601, UTC; null where the input names no time. */
  readonly happenedAt: string | null;
  readonly fate: Fate;
  readonly detail: BatchItemDetail;
}

export interface BatchItemDetail {
  /** The mail, line, row or event that tells of it, from 1. */
  readonly source: number;
  readonly event: BounceEvent;
  readonly format: string;
  readonly rule: string | null;
  readonly stage: Stage | null;
  readonly probability: number;
  /** The deciding words, without the addresses in them. */
  readonly reply: string | null;
  readonly remoteMta: string | null;
  readonly senderDomain: string | null;
  readonly sendingIp: string | null;
  /** For judging it again; null where nothing that DNS says would change the judgement. */
  readonly refusal: DirectoryRefusal | null;
  /** How it was judged again; absent where it was not. */
  readonly route?: RouteFinding;
}

/** What today's MX record of the recipient's domain said about a refusal. */
export interface RouteFinding {
  /** The scan that asked. */
  readonly scanId: string;
  readonly found: readonly Reason[];
  /** The most likely cause before that was known. */
  readonly before: Cause;
}
