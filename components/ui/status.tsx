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

/** The shape alone; for use beside the word, so it is hidden from screen readers. */
export function StatusGlyph({ status, className }: { status: Status; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={cn("size-4 shrink-0", STATUS_INK[status], className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SHAPES[status]}
    </svg>
  );
}

/** Shape and word. */
export function StatusLabel({ status, className }: { status: Status; className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-1.5 font-medium", STATUS_INK[status], className)}>
      <StatusGlyph status={status} />
      {STATUS_WORDS[status]}
    </span>
  );
}

const SHAPES: { readonly [Name in Status]: React.ReactNode } = {
  pass: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <path d="m4.9 8.3 2.1 2.1 4.1-4.6" stroke="var(--color-paper)" strokeWidth="1.6" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 7.5v3.4M8 5.1v.1" strokeWidth="1.6" />
    </>
  ),
  warn: (
    <>
      <path d="M8 1.6 15 14H1z" className="fill-warn-shape stroke-warn-shape" strokeWidth="1.4" />
      <path d="M8 6.2v3.4M8 11.8v.1" stroke="var(--color-paper)" strokeWidth="1.6" />
    </>
  ),
  fail: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="2.5" fill="currentColor" stroke="none" />
      <path d="m5.2 5.2 5.6 5.6M10.8 5.2l-5.6 5.6" stroke="var(--color-paper)" strokeWidth="1.7" />
    </>
  ),
  inconclusive: (
    <>
      <circle cx="8" cy="8" r="6.5" strokeDasharray="2.1 2" strokeLinecap="butt" />
      <path d="M6.3 6.3A1.75 1.75 0 1 1 8 8.5v.5M8 11.1v.1" strokeWidth="1.4" />
    </>
  ),
  "not-applicable": <path d="M4.5 8h7" strokeWidth="1.8" />,
};
