import type { ExampleGroup } from "#lib/web/code-view/code-view.ts";
import { SourceNote } from "./source-note.tsx";

/** Replies with the code, by what they mean. */
export function CodeExamples({ groups }: { groups: readonly ExampleGroup[] }) {
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="replies" className="mt-14">
      <h2 id="replies" className="text-21">
        Replies with this code, and what they mean
      </h2>
      <p className="mt-1 max-w-[62ch] text-ink-2">
        From the rules that read bounces here. Names and addresses in them are made up.
      </p>
      <ul className="mt-4 border-t border-hairline">
        {groups.map(group => (
          <li
            key={group.cause}
            className="grid break-inside-avoid gap-x-8 gap-y-3 border-b border-hairline px-1 py-5 md:grid-cols-[minmax(0,4fr)_minmax(0,8fr)] sm:px-2"
          >
            <div>
              <p className="font-medium">{group.cause}</p>
              <p className="text-15 text-ink-2">{group.sentence}</p>
            </div>
            <ul className="grid min-w-0 gap-3">
              {group.replies.map(({ text, provider, source }) => (
                <li key={text} className="min-w-0 border-l-2 border-hairline pl-3">
                  {provider === null ? null : <p className="text-13 text-ink-2">{provider}</p>}
                  <code className="block text-13 [overflow-wrap:anywhere]">{text}</code>
                  <SourceNote source={source} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
