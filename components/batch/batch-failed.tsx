import { ForeignText } from "../ui/foreign-text.tsx";

/** A batch of which nothing could be read. */
export const BatchFailed = ({ name, reason }: { name: string; reason: string }) => (
  <article className="pt-8 sm:pt-12">
    <p className="font-mono text-15 break-all text-ink-2">
      <ForeignText text={name} />
    </p>
    <h1 className="mt-3 text-28 tracking-[-0.022em] sm:text-40">Nothing could be read in this</h1>
    <p className="mt-4 max-w-[62ch] text-17 text-ink-2">{reason}</p>
    <p className="mt-4 max-w-[62ch] text-ink-2">
      The files were deleted. What can be read: an mbox, a zip of .eml files, the log of a mail server, a
      table as CSV, or the JSON of a sending service.
    </p>
    <p className="mt-6">
      <a href="/" className="prose-link">
        Try another file
      </a>
    </p>
  </article>
);
