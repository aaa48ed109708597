import type { BlocklistCell, BlocklistGroup, BlocklistPicture } from "#lib/scan/pictures/blocklists.ts";
import { DataTable } from "../ui/data-table.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { Picture } from "./picture.tsx";

/** What blocklists say. A hatched cell was not checked, which is not the same as clear. */
export function BlocklistGrid({ blocklists }: { blocklists: BlocklistPicture }) {
  return (
    <Picture
      title="Blocklists"
      figure={
        <span className="text-ink-3">
          {blocklists.checked} of {blocklists.asked} answered
        </span>
      }
    >
      <div className="grid gap-7">
        {blocklists.groups.map(group => (
          <Group key={group.kind} group={group} />
        ))}
      </div>
    </Picture>
  );
}

const TITLES = { addresses: "Servers that send its mail", domain: "The domain itself" } as const;

function Group({ group }: { group: BlocklistGroup }) {
  return (
    <section aria-label={TITLES[group.kind]} className="min-w-0">
      <p className="text-13 text-ink-3">{TITLES[group.kind]}</p>
      <p className="flex flex-wrap gap-x-4 font-mono text-15">
        {group.subjects.map(subject => (
          <span key={subject} className="break-all">
            <ForeignText text={subject} />
          </span>
        ))}
      </p>
      {group.noted.length === 0 ? null : <NotedLists group={group} />}
      {group.clear.length === 0 ? null : (
        <>
          <p className="mt-3 text-13 text-ink-2">
            Not on {group.noted.length === 0 ? "any of " : ""}
            {group.clear.length} {group.noted.length === 0 ? "lists" : "others"}:
          </p>
          <ul className="mt-1.5 gap-x-6 text-13 text-ink-2 sm:columns-2 md:columns-3">
            {group.clear.map(list => (
              <li key={list} data-result="clear" className="flex break-inside-avoid items-baseline py-0.5">
                {list}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const NotedLists = ({ group }: { group: BlocklistGroup }) => (
  <div className="mt-3">
    <DataTable caption={`Lists by ${group.kind}`}>
      <thead>
        <tr>
          <th scope="col">List</th>
          {group.subjects.map(subject => (
            <th key={subject} scope="col" className="font-mono">
              <ForeignText text={subject} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {group.noted.map(row => (
          <tr key={row.list}>
            <th scope="row">{row.list}</th>
            {row.cells.map((cell, at) => (
              <ResultCell key={group.subjects[at]} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  </div>
);

const WORDS: { readonly [Result in BlocklistCell["result"]]: string } = {
  listed: "listed",
  policy: "policy entry",
  clear: "not listed",
  "not-checked": "not checked",
  "not-applicable": "not asked",
};

const ResultCell = ({ cell }: { cell: BlocklistCell }) => (
  <td data-result={cell.result} className={cell.result === "not-checked" ? "hatched" : undefined}>
    {WORDS[cell.result]}
    {cell.note === "" ? null : (
      <small>
        <ForeignText text={cell.note} />
      </small>
    )}
  </td>
);
