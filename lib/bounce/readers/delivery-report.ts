import type { DeliveryStatus } from "../delivery-status.ts";
import type { Reply } from "../failure.ts";
import type { Headers } from "../mime/headers.ts";

/** A report taken apart, as readers see it. Whether it came as a mail or was pasted makes no difference any more. */
export interface DeliveryReport {
  /** Of the mail that brings the report; empty for pasted text. */
  readonly headers: Headers;
  /** The words for people, repaired, up to where the returned mail or the machine-readable part begins. */
  readonly prose: string;
  readonly status: DeliveryStatus | null;
  /** Header of the mail that came back. */
  readonly original: Headers;
}

/** What the words of a report say about one recipient. */
export interface ProseFailure {
  readonly recipient: string | null;
  readonly originalRecipient: string | null;
  /** Innermost first. */
  readonly replies: readonly Reply[];
  /** The sentence for people, where no reply was quoted. */
  readonly notice: string | null;
}

/** Knows the reports of one mail system. */
export interface ReportReader {
  readonly format: string;
  readonly recognises: (report: DeliveryReport) => boolean;
  readonly read: (report: DeliveryReport) => readonly ProseFailure[];
}
