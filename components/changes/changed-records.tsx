import type { ChangesView } from "#lib/web/scan-view/view-changes.ts";
import { ForeignText } from "../ui/foreign-text.tsx";

/** Records that are gone or new, by name and type. */
export function ChangedRecords({ records }: Pick<ChangesView, "records">) {
  if (records.length === 0) return null;
  return (
    <section aria-labelledby="records" className="mt-14">
      <h2 id="records" className="text-21">
        Records
      </h2>
      <ul className="mt-4 border-t border-hairline">
        {records.map(({ name, type, gone, added }) => (
          <li key={`${type} ${name}`} className="border-b border-hairline px-1 py-4">
            <p className="font-mono text-13 break-all text-ink-3">
              {type} <ForeignText text={name} />
            </p>
            <ul className="mt-1.5 grid gap-1 font-mono text-15">
              {gone.map(record => (
                <Line key={record} mark="−" word="gone" text={record} ink="text-fail" />
              ))}
              {added.map(record => (
                <Line key={record} mark="+" word="new" text={record} ink="text-pass" />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Line = ({ mark, word, text, ink }: { mark: string; word: string; text: string; ink: string }) => (
  <li className={`grid grid-cols-[1.25rem_minmax(0,1fr)] ${ink}`}>
    <span aria-hidden="true">{mark}</span>
    <span className="[overflow-wrap:anywhere]">
      <span className="sr-only">{word}: </span>
      <ForeignText text={text} />
    </span>
  </li>
);
