import type { SourceView } from "#lib/web/code-view/code-view.ts";

/** Where a meaning comes from. */
export const SourceNote = ({ source }: { source: SourceView }) => (
  <p className="text-13 text-ink-3 [overflow-wrap:anywhere]">
    Source:{" "}
    {source.href === null ? (
      source.label
    ) : (
      <a href={source.href} className="prose-link">
        {source.label}
      </a>
    )}
  </p>
);
