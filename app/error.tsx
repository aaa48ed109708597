"use client";

import { PlainPage } from "#components/layout/plain-page.tsx";
import { Button } from "#components/ui/button.tsx";

/** Shown in place of a page that could not be made. The details are in the log, never here. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <PlainPage
      title="This page could not be shown"
      lead="Something failed on our side. Nothing that was stored is lost; the address of a report stays the same."
    >
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
