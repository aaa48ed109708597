import { BounceInputError, type InputErrorCode } from "../containers/input-error.ts";
import type { BounceReading } from "../failure.ts";
import { type JudgedFailure, judgeFailures } from "../parse-bounce.ts";
import { readBounces } from "../read-bounce.ts";
import { partOf, type TellShare } from "../share-read.ts";
import type { BounceEvent } from "../vocabulary.ts";
import type { BatchItem } from "./batch-item.ts";
import { directoryRefusalOf, judgedAmongOthers } from "./directory-refusal.ts";
import { fateOf } from "./fate.ts";
import { happenedAt } from "./happened-at.ts";
import { RecipientsSeen } from "./recipients-seen.ts";
import { redactReply } from "./redact-reply.ts";
import { domainOfAny } from "../words/addresses.ts";

/** Failures of one batch. What comes after is not read, and the tally says so. */
export const MOST_FAILURES = 50_000;

/** What was read besides the failures themselves. */
export interface BatchTally {
  /** Mails, lines, rows or events that say something. */
  readonly read: number;
  readonly failures: number;
  /** Readings by what they report: failures, deliveries, auto-replies, ... */
  readonly events: Readonly<Partial<Record<BounceEvent, number>>>;
  readonly formats: Readonly<Record<string, number>>;
  /** There were more failures than a batch holds. */
  readonly truncated: boolean;
  /** Files that could not be read, or not to their end. */
  readonly unreadable: readonly { readonly file: string; readonly code: InputErrorCode }[];
  /** Lower-case addresses whose last mail got through. */
  readonly reachedAfterFailing: readonly string[];
}

export interface BatchInput {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly receivedAt: Date;
  readonly tell: TellShare;
  /** Failures to read at most. */
  readonly most?: number;
}

/**
 * Reads and judges the failures of many mails, lines or events, as they come. Directory refusals are held back to
 * the end: what became of the others of their domain decides how they are judged. Pure but for its memory.
 */
export async function* readBatch(input: BatchInput): AsyncGenerator<BatchItem, BatchTally> {
  const tally = new Tally();
  const seen = new RecipientsSeen();
  const heldBack: BatchItem[] = [];
  for await (const item of itemsOf(input, tally, seen)) {
    if (item.detail.refusal === null) yield item;
    else heldBack.push(item);
  }
  for (const item of heldBack) {
    const { refusal } = item.detail;
    if (refusal !== null) yield judgedAmongOthers(item, refusal, seen.evidenceAbout(item.recipient ?? ""));
  }
  return tally.done(seen.reachedAfterFailing());
}

async function* itemsOf(input: BatchInput, tally: Tally, seen: RecipientsSeen): AsyncIterable<BatchItem> {
  for (const [at, { name, bytes }] of input.files.entries()) {
    const tell = partOf(input.tell, at / input.files.length, (at + 1) / input.files.length);
    try {
      for await (const reading of readBounces(bytes, tell)) {
        tally.note(reading);
        seen.noteReading(reading);
        for (const failure of judgeFailures(reading)) {
          if (tally.failures === (input.most ?? MOST_FAILURES)) {
            tally.truncated = true;
            return;
          }
          tally.failures += 1;
          seen.noteFailure(failure);
          yield itemOf(failure, reading, { tally, receivedAt: input.receivedAt });
        }
      }
    } catch (error) {
      if (!(error instanceof BounceInputError)) throw error;
      tally.unreadable.push({ file: name, code: error.code });
    }
  }
}

function itemOf(
  failure: JudgedFailure,
  reading: BounceReading,
  { tally, receivedAt }: { tally: Tally; receivedAt: Date },
): BatchItem {
  const [top] = failure.causes;
  const { format, message } = reading;
  return {
    item: tally.failures,
    recipient: failure.recipient,
    recipientDomain: domainOfAny(failure.recipient),
    provider: failure.provider,
    cause: top?.cause ?? "unknown",
    permanence: failure.permanence,
    addressDead: failure.addressDead,
    replyCode: failure.replyCode,
    enhancedStatus: failure.enhancedStatus,
    happenedAt: happenedAt(reading, receivedAt)?.toISOString() ?? null,
    fate: fateOf(failure),
    detail: {
      source: tally.read,
      event: failure.event,
      format,
      rule: failure.rule,
      stage: failure.stage,
      probability: top?.probability ?? 0,
      reply: failure.diagnostic === null ? null : redactReply(failure.diagnostic),
      remoteMta: failure.remoteMta,
      senderDomain: domainOfAny(message.from ?? message.mailFrom),
      sendingIp: message.sendingIp,
      refusal: directoryRefusalOf(failure),
    },
  };
}

class Tally {
  read = 0;
  failures = 0;
  truncated = false;
  readonly unreadable: { file: string; code: InputErrorCode }[] = [];
  readonly #events = new Map<BounceEvent, number>();
  readonly #formats = new Map<string, number>();

  note({ event, format }: BounceReading): void {
    this.read += 1;
    this.#events.set(event, (this.#events.get(event) ?? 0) + 1);
    this.#formats.set(format, (this.#formats.get(format) ?? 0) + 1);
  }

  done(reachedAfterFailing: readonly string[]): BatchTally {
    const { read, failures, truncated, unreadable } = this;
    const events = Object.fromEntries(this.#events);
    return {
      read,
      failures,
      events,
      formats: Object.fromEntries(this.#formats),
      truncated,
      unreadable,
      reachedAfterFailing,
    };
  }
}
