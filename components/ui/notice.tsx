import type { Status } from "#lib/scan/finding.ts";
import { cn } from "./class-names.ts";
import { ForeignText } from "./foreign-text.tsx";
import { StatusGlyph } from "./status.tsx";

const PAPER: { readonly [Name in Status]: string } = {
  pass: "bg-pass-soft",
  info: "bg-info-soft",
  warn: "bg-warn-soft",
  fail: "bg-fail-soft",
  inconclusive: "bg-unknown-soft hatched",
  "not-applicable": "bg-sunken",
};

interface NoticeProps {
  readonly status: Status;
  readonly title: string;
  readonly children?: React.ReactNode;
  readonly className?: string;
  /** "alert" when it answers something the reader just did. */
  readonly role?: "alert" | "status" | "note";
}

/** What happened, what was kept, and the next step. */
export function Notice({ status, title, children, className, role = "note" }: NoticeProps) {
  return (
    <div role={role} className={cn("flex gap-3 rounded-lg px-4 py-3.5", PAPER[status], className)}>
      <StatusGlyph status={status} className="mt-1" />
      <div className="min-w-0">
        <p className="font-medium">
          <ForeignText text={title} />
        </p>
        {children === undefined ? null : <div className="mt-1 text-ink-2">{children}</div>}
      </div>
    </div>
  );
}
