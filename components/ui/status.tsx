import type { Status } from "#lib/scan/finding.ts";
import { cn } from "./class-names.ts";

/** A status is told three times: by word, by shape and by colour. */
export const STATUS_WORDS: { readonly [Name in Status]: string } = {
  pass: "Pass",
  info: "Note",
  warn: "Warning",
  fail: "Fail",
  inconclusive: "Not measured",
  "not-applicable": "Not applicable",
};

export const STATUS_INK: { readonly [Name in Status]: string } = {
  pass: "text-pass",
  info: "text-info",
  warn: "text-warn",
  fail: "text-fail",
  inconclusive: "text-unknown",
  "not-applicable": "text-ink-3",
};

/** The shape alone (app/glyphs.css); for use beside the word, so it is hidden from screen readers. */
export const StatusGlyph = ({ status, className }: { status: Status; className?: string }) => (
  <i aria-hidden="true" className={cn("glyph", `glyph-${status}`, className)} />
);

/** Shape and word. */
export function StatusLabel({ status, className }: { status: Status; className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-1.5 font-medium", STATUS_INK[status], className)}>
      <StatusGlyph status={status} />
      {STATUS_WORDS[status]}
    </span>
  );
}
