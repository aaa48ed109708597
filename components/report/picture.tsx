interface PictureProps {
  readonly title: string;
  /** The number people look for, at the right of the title. */
  readonly figure?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** The frame of a picture: a title, a key figure, and room. Kept whole on paper. */
export function Picture({ title, figure, children }: PictureProps) {
  return (
    <figure className="mt-6 min-w-0 break-inside-avoid rounded-lg border border-hairline bg-raised">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-hairline px-4 py-2.5 text-13 sm:px-5">
        <span className="font-medium text-ink-2">{title}</span>
        {figure === undefined ? null : <span className="tabular-nums">{figure}</span>}
      </figcaption>
      <div className="px-4 py-4 sm:px-5">{children}</div>
    </figure>
  );
}
