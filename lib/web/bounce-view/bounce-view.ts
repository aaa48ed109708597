import type { Status } from "#lib/scan/finding.ts";
import type { Letter } from "#lib/scan/grade.ts";

/** A bounce report as a page shows it: every word rendered, nothing left to decide. */
export interface BounceView {
  /** The address that was refused, or null where the report does not say. */
  readonly recipient: string | null;
  readonly sample: boolean;
  readonly verdict: {
    readonly sentence: string;
    readonly addition: string | null;
    readonly status: Status;
  };
  /** The other answers about the refusal, such as who acts, whether it is final, whether to keep the address. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** The deciding reply: code, status, host, stage; what is known. */
  readonly facts: readonly string[];
  readonly path: MailPathPicture;
  readonly causes: readonly CauseView[];
  readonly ruledOut: readonly { readonly title: string; readonly because: string }[];
  readonly advice: AdviceView;
  /** Ready to send to the other side's admin; null where they have nothing to do. */
  readonly adminMessage: string | null;
  /** Scans of the domains on both sides. */
  readonly scans: readonly LinkedScan[];
  readonly message: DecodedMessage;
}

/** The way a mail takes, and where this one stopped. */
export interface MailPathPicture {
  readonly stops: readonly MailPathStop[];
  /** The reply at the break, as the server gave it. */
  readonly reply: string | null;
}

export interface MailPathStop {
  readonly title: string;
  /** Address or host, where it is known. */
  readonly name: string | null;
  /** "refused" is the stop that gave the reply: the way to it is open, the way on is broken. */
  readonly state: "passed" | "refused" | "not-reached";
}

export interface CauseView {
  readonly title: string;
  /** Between 0 and 1. */
  readonly probability: number;
  readonly for: readonly string[];
  readonly against: readonly string[];
}

export interface AdviceView {
  readonly sender: readonly AdviceStep[];
  readonly senderAdmin: readonly AdviceStep[];
  readonly recipientAdmin: readonly AdviceStep[];
}

export interface AdviceStep {
  readonly text: string;
  /** A command or record to copy. */
  readonly command: string | null;
}

export interface LinkedScan {
  readonly id: string;
  readonly domain: string;
  readonly whose: "yours" | "theirs";
  /** Null while it runs. */
  readonly result: { readonly letter: Letter | null; readonly sentence: string } | null;
}

export interface DecodedMessage {
  readonly text: string;
  /** The deciding words. */
  readonly matched: { readonly start: number; readonly end: number } | null;
  /** "From", "Message-ID" and the like, as far as they were found. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}
