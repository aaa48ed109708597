import type { DeliveryReport, ProseFailure, ReportReader } from "./delivery-report.ts";
import { readSections } from "./read-sections.ts";

interface ReaderDefinition {
  readonly format: string;
  /** Words that only reports of this system have. */
  readonly marks: RegExp;
  /** The words after which failures are told; the whole text where they are missing. */
  readonly from?: RegExp;
  /** The words with which the returned mail or small print begins. */
  readonly until?: RegExp;
  /** How failures are told, where they do not stand in sections by recipient. */
  readonly read?: (words: string, report: DeliveryReport) => readonly ProseFailure[];
}

/** A reader of the reports of one mail system. */
export const defineReader = ({ format, marks, from, until, read }: ReaderDefinition): ReportReader => ({
  format,
  recognises: report => marks.test(report.prose),
  read: report => {
    const words = between(report.prose, from, until);
    return read === undefined ? readSections(words) : read(words, report);
  },
});

/** The text after the first match of `from` and before the next match of `until`. */
export function between(text: string, from: RegExp | undefined, until: RegExp | undefined): string {
  const start = from === undefined ? null : from.exec(text);
  const rest = start === null ? text : text.slice(start.index + start[0].length);
  const end = until === undefined ? -1 : rest.search(until);
  return end === -1 ? rest : rest.slice(0, end);
}
