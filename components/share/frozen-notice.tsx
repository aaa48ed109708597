import { dateOnly } from "../report/format.ts";
import { ForeignText } from "../ui/foreign-text.tsx";

/** What a shared report is, and the note of the person who shared it. */
export function FrozenNotice({ note, expiresAt }: { note: string | null; expiresAt: string }) {
  return (
    <aside aria-label="About this shared report" className="mt-8 grid max-w-[72ch] gap-4">
      {note === null ? null : (
        <blockquote className="border-l-2 border-accent pl-4 text-17 whitespace-pre-line">
          <ForeignText text={note} lines />
        </blockquote>
      )}
      <p className="text-13 text-ink-3">
        Somebody shared this report with you. It shows what was measured at the time above and does not
        change. The link works until {dateOnly(expiresAt)}.
      </p>
    </aside>
  );
}
