export interface PageLinksProps {
  /** Of the first page; null on the first page. */
  readonly newest: string | null;
  /** Of the next page; null on the last one. */
  readonly older: string | null;
}

/** The way through a list that comes in pages. */
export function PageLinks({ newest, older }: PageLinksProps) {
  return (
    <nav aria-label="Pages" className="mt-6 flex gap-6">
      {newest === null ? null : (
        <a href={newest} className="prose-link">
          Newest
        </a>
      )}
      {older === null ? null : (
        <a href={older} className="prose-link">
          Older
        </a>
      )}
    </nav>
  );
}
