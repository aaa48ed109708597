import type { Reason } from "./reasons.ts";
import type { BounceEvent, Stage } from "./vocabulary.ts";

/** One SMTP reply, or what a mail system wrote in place of one. */
export interface Reply {
  readonly code: number | null;
  /** "5.4.1"; null where none was given. */
  readonly enhanced: string | null;
  /** One clean line, repaired and unwrapped, with the codes kept. */
  readonly text: string;
  /** Who said it, as far as the message tells. */
  readonly host: string | null;
  readonly ip: string | null;
  readonly stage: Stage | null;
}

/**
 * What a reader found about one recipient: what was said, by whom, to whom. No judgement in it. `replies` are
 * ordered from the innermost (the server that decided) to the outermost (the one that wrote the report).
 */
export interface DeliveryFailure {
  readonly recipient: string | null;
  readonly originalRecipient: string | null;
  readonly event: BounceEvent;
  readonly replies: readonly Reply[];
  /** The Status field of a delivery report, trusted less than any reply. */
  readonly statusField: string | null;
  readonly reportingMta: string | null;
  readonly remoteMta: string | null;
  readonly remoteIp: string | null;
  /** A sentence of the report meant for people, for when no reply was quoted. */
  readonly notice: string | null;
}

/** What is known of the message that came back. Nothing is invented: unknown is null. */
export interface QuotedMessage {
  readonly from: string | null;
  readonly mailFrom: string | null;
  readonly to: readonly string[];
  /** The last hop before the refusing host, from the quoted Received lines. */
  readonly sendingIp: string | null;
  readonly helo: string | null;
  readonly messageId: string | null;
  readonly subject: string | null;
  readonly date: string | null;
  readonly dkim: readonly { readonly domain: string; readonly selector: string }[];
  readonly authenticationResults: readonly string[];
}

/** Everything one message, log line or webhook object says. */
export interface BounceReading {
  readonly event: BounceEvent;
  /** The reader that recognised it: "dsn", "exchange-ndr", "postfix", "ses-webhook", "smtp-line", ... */
  readonly format: string;
  /** Language of the report for people, BCP 47, or null. */
  readonly language: string | null;
  readonly failures: readonly DeliveryFailure[];
  readonly message: QuotedMessage;
  /** What shows that somebody else sent the mail in the name of whoever got the report, and what speaks against it. */
  readonly forgery?: readonly Reason[];
  /** The repaired text that spans (`matched`) refer to. */
  readonly text: string;
}
