"use client";

/** The last resort, when even the frame of the page failed: no styles, no parts of ours. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <h1>Mailtriage could not show this page</h1>
        <p>Something failed on our side. Nothing that was stored is lost.</p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </body>
    </html>
  );
}
