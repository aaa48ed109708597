import type { CodeIndexView } from "#lib/web/code-view/code-view.ts";

/** The codes by what they are about. */
export function CodeList({ index }: { index: CodeIndexView }) {
  if (index.found === 0) {
    return (
      <p role="status" className="mt-10 max-w-[62ch] text-ink-2">
        Nothing here speaks of “{index.query}”. Search for a part of it, or{" "}
        <a href="/" className="prose-link">
          paste the whole bounce
        </a>
        : its words may be known all the same.
      </p>
    );
  }
  return (
    <>
      {index.found === index.of ? null : (
        <p role="status" className="mt-8 text-ink-2">
          {index.found} of {index.of} codes.{" "}
          <a href="/codes" className="prose-link">
            Show all
          </a>
        </p>
      )}
      {index.sections.map(({ id, title, rows }) => (
        <section key={id} aria-labelledby={id} className="mt-12">
          <h2 id={id} className="text-21">
            {title}
          </h2>
          <ul className="mt-3 border-t border-hairline">
            {rows.map(({ slug, label, meaning, vendors }) => (
              <li key={slug} className="border-b border-hairline">
                <a
                  href={`/codes/${slug}`}
                  className="grid items-baseline gap-x-6 rounded-sm px-1 py-2.5 transition-colors hover:bg-raised sm:grid-cols-[11rem_minmax(0,1fr)_minmax(0,14rem)] sm:px-2"
                >
                  <code>{label}</code>
                  <span className="min-w-0">{meaning}</span>
                  <span className="text-13 text-ink-3 sm:text-right">{vendors.join(", ")}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
