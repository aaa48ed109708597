import { isOutageMark } from "#lib/services/service-error.ts";

/** What a page says that could not be made. */
export interface PageFailure {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const OUTAGE: PageFailure = {
  title: "The database cannot be reached",
  paragraphs: [
    "Mailtriage is running, but the database that holds the reports does not answer. Nothing was half-stored: what you sent was kept whole or not at all, and every report keeps its address.",
    "This usually passes within a minute. If it does not, tell whoever runs this installation.",
  ],
};

export const FAULT: PageFailure = {
  title: "This page could not be shown",
  paragraphs: [
    "Something failed on our side; the details are in the log of this installation. Nothing that was stored is lost, and every report keeps its address.",
  ],
};

/** By the mark that an error keeps on its way to the browser. */
export const failureOf = (digest: string | undefined): PageFailure => (isOutageMark(digest) ? OUTAGE : FAULT);
