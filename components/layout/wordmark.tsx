/** An envelope in a ring that is not quite closed: measured, and what could not be measured left open. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M20.9 7.4A10 10 0 1 0 22 12" className="stroke-accent" />
      <path d="M6.8 8.9h10.4v6.4H6.8z" />
      <path d="m7 9.1 5 4 5-4" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <a
      href="/"
      className="-m-1 inline-flex items-center gap-2 rounded-md p-1 text-17 font-semibold tracking-tight"
    >
      <Mark className="size-6" />
      Mailtriage
    </a>
  );
}
