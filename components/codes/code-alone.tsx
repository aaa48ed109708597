import type { CodeView } from "#lib/web/code-view/code-view.ts";
import { ShareBar } from "../batch/share-bar.tsx";
import { chance } from "../report/bounce/chance.ts";

/** What the code means most likely where neither the server nor its words are known. */
export function CodeAlone({ causes }: { causes: CodeView["alone"] }) {
  if (causes.length === 0) return null;
  return (
    <section aria-labelledby="alone" className="mt-14">
      <h2 id="alone" className="text-21">
        With nothing but the code
      </h2>
      <p className="mt-1 max-w-[62ch] text-ink-2">
        What is behind it most often, when neither the server nor its words are known.
      </p>
      <ol className="mt-4 border-t border-hairline">
        {causes.map(({ title, sentence, probability }) => (
          <li
            key={title}
            className="grid gap-x-8 gap-y-1 border-b border-hairline px-1 py-3 sm:grid-cols-[9rem_minmax(0,1fr)] sm:px-2"
          >
            <div>
              <p className="text-13 text-ink-2">{chance(probability)}</p>
              <ShareBar share={probability} className="mt-1" />
            </div>
            <div>
              <p className="font-medium">{title}</p>
              <p className="text-ink-2">{sentence}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
