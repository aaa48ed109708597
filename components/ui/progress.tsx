interface ProgressProps {
  /** What is progressing, for screen readers. */
  readonly label: string;
  readonly done: number;
  /** 0 while the total is not known. */
  readonly of: number;
}

/** A thin bar. Drawn with SVG, so that it needs no inline style. */
export function Progress({ label, done, of }: ProgressProps) {
  const share = of === 0 ? 0 : Math.min(1, done / of);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={Math.min(done, of)}
    >
      <svg
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
        className="h-1 w-full rounded-sm"
        aria-hidden="true"
      >
        <rect width="100" height="1" className="fill-hairline" />
        <rect width={100 * share} height="1" className="fill-accent transition-[width]" />
      </svg>
    </div>
  );
}
