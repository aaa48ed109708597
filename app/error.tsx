"use client";

import { PlainPage } from "#components/layout/plain-page.tsx";
import { Button } from "#components/ui/button.tsx";
import { failureOf } from "#lib/web/page-failure.ts";

/** Shown in place of a page that could not be made. The details are in the log, never here. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const { title, paragraphs } = failureOf(error.digest);
  const [lead, ...more] = paragraphs;
  return (
    <PlainPage title={title} lead={lead}>
      {more.map(paragraph => (
        <p key={paragraph} className="mt-4 max-w-[62ch] text-17 text-ink-2">
          {paragraph}
        </p>
      ))}
      <div className="mt-6 flex flex-wrap items-center gap-4">
        <Button look="primary" onClick={reset}>
          Try again
        </Button>
        <a href="/" className="prose-link">
          Start page
        </a>
      </div>
      {error.digest === undefined ? null : (
        <p className="mt-8 text-13 text-ink-3">
          For the operator: <code>{error.digest}</code>
        </p>
      )}
    </PlainPage>
  );
}
