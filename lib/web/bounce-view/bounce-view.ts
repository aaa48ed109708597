import type { Status } from "#lib/scan/finding.ts";
import type { Letter } from "#lib/scan/grade.ts";
import type { BlocklistPicture } from "#lib/scan/pictures/blocklists.ts";
import type { Statement } from "#lib/triage/statements.ts";
import type { RecordView } from "../scan-view/scan-view.ts";

/** A bounce report as a page shows it: every word rendered, nothing left to decide. */
export interface BounceView {
  readonly sample: boolean;
  /** What was refused, one entry for all addresses that were refused alike. Empty where nothing failed. */
  readonly refusals: readonly RefusalView[];
  /** How they differ from each other, where there are several: "at 2 domains", "in 3 different ways". */
  readonly spread: string;
  /** What it is instead, where nothing failed. */
  readonly event: EventView | null;
  /** When DNS was asked; null where it was not, or not yet. */
  readonly gatheredAt: string | null;
  /** What DNS says about the sending side, the same for all refusals; null where nothing was asked. */
  readonly sender: SenderView | null;
  /** Scans of the domains on both sides. */
  readonly scans: readonly LinkedScan[];
  /** The report itself; null where it is not kept or not for this reader. */
  readonly message: DecodedMessage | null;
  /** What has been taken out of it, in words; empty where everything is there. */
  readonly removed: readonly string[];
}

export interface RefusalView {
  /** Unique within the page. */
  readonly id: string;
  /** The addresses that were refused; empty where the report does not say. */
  readonly recipients: readonly string[];
  readonly verdict: {
    readonly sentence: string;
    /** A name in the sentence that stays in one piece; null where there is none. */
    readonly unbroken: string | null;
    readonly addition: string | null;
    readonly status: Status;
  };
  /** The other answers about the refusal: who acts, whether it is final, whether to keep the address. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** The deciding reply: code, status, system, stage; what is known. */
  readonly facts: readonly string[];
  readonly path: MailPathPicture;
  readonly causes: readonly CauseView[];
  readonly ruledOut: readonly { readonly title: string; readonly because: string }[];
  readonly checks: readonly CheckedView[];
  readonly typing: TypingView | null;
  readonly advice: AdviceView;
  /** Whose turn it is, of the three who get advice; null where it is nobody's. */
  readonly acts: keyof AdviceView | null;
  /** The record that ends it, where a record does. */
  readonly remedy: SpfRemedyView | null;
  /** Ready to send to the administrator who can end it; English first. Empty where nobody has to. */
  readonly messages: readonly AdminMessageView[];
  /** What the recipient's admin gives to Microsoft's support; null where the reply holds none. */
  readonly support: SupportView | null;
  /** What the owner may add; empty where it would change nothing. */
  readonly questions: readonly StatementView[];
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
  /** "refused" is the stop at which it ended: the way to it is open, the way on is broken. */
  readonly state: "passed" | "refused" | "not-reached";
  /** What happened there, in words. */
  readonly label: string;
}

export interface CauseView {
  readonly title: string;
  /** Between 0 and 1. */
  readonly probability: number;
  readonly for: readonly string[];
  readonly against: readonly string[];
}

/** One thing that was asked about, and what it has to do with this refusal. */
export interface CheckedView {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly lines: readonly string[];
  /** What follows for the causes; null where that is plain. */
  readonly bearing: string | null;
}

export interface TypingView {
  /** Slips that were found, in words; empty where nothing looks wrong. */
  readonly slips: readonly string[];
  /** What was looked at. */
  readonly looked: readonly string[];
}

export interface AdviceView {
  readonly sender: readonly AdviceStep[];
  readonly senderAdmin: readonly AdviceStep[];
  readonly recipientAdmin: readonly AdviceStep[];
}

export interface AdviceStep {
  readonly text: string;
  /** A command to copy. */
  readonly command: string | null;
}

export interface SpfRemedyView {
  readonly record: RecordView;
  readonly zone: string;
  readonly why: string;
}

export interface AdminMessageView {
  /** BCP 47. */
  readonly language: string;
  /** The language in itself: "Deutsch". */
  readonly label: string;
  readonly to: "their admin" | "your admin";
  readonly subject: string;
  readonly body: string;
  /** A `mailto:` address with all of it. */
  readonly mailto: string;
  /** Where it can be had as a text file; null where it cannot. */
  readonly file: string | null;
}

export interface SupportView {
  readonly lines: readonly { readonly name: string; readonly value: string }[];
  /** A reply that is old may not hold any more. */
  readonly warning: string | null;
}

export interface StatementView {
  readonly id: Statement;
  readonly text: string;
  readonly stated: boolean;
}

export interface SenderView {
  readonly spf: SpfTraceView | null;
  readonly blocklists: BlocklistPicture | null;
}

/** How SPF came to its result, term by term. */
export interface SpfTraceView {
  readonly question: string;
  readonly result: string;
  readonly terms: readonly SpfTermView[];
}

export interface SpfTermView {
  /** How many includes and redirects deep. */
  readonly depth: number;
  readonly domain: string;
  readonly term: string;
  readonly outcome: string;
  readonly decisive: boolean;
}

export interface LinkedScan {
  readonly id: string;
  readonly domain: string;
  readonly whose: "yours" | "theirs";
  /** Null while it runs. */
  readonly result: { readonly letter: Letter | null; readonly sentence: string } | null;
}

/** A report that tells of no failure. */
export interface EventView {
  readonly title: string;
  readonly sentence: string;
  readonly steps: readonly string[];
  readonly status: Status;
}

export interface DecodedMessage {
  readonly text: string;
  /** The deciding words, in order and apart from each other. */
  readonly matched: readonly { readonly start: number; readonly end: number }[];
  /** "From", "Message-ID" and the like, as far as they were found. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}
