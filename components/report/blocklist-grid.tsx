import type { BlocklistCell, BlocklistPicture } from "#lib/scan/pictures/blocklists.ts";
import { DataTable } from "../ui/data-table.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { Picture } from "./picture.tsx";

/** Lists down, addresses across. A dashed cell was not checked, which is not the same as clear. */
export function BlocklistGrid({ blocklists }: { blocklists: BlocklistPicture }) {
  const cells = blocklists.lists.flatMap(list => list.cells).filter(cell => cell.result !== "not-applicable");
  const unchecked = cells.filter(cell => cell.result === "not-checked").length;
  return (
    <Picture
      title="Blocklists"
      figure={
        <span className="text-ink-3">
          {cells.length - unchecked} of {cells.length} checked
        </span>
      }
    >
      <DataTable caption="Blocklists by what was looked up" className="blocklist-grid">
        <thead>
          <tr>
            <th scope="col">List</th>
            {blocklists.subjects.map(subject => (
              <th scope="col" key={subject} className="font-mono">
                <ForeignText text={subject} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {blocklists.lists.map(row => (
            <tr key={row.list}>
              <th
                scope="row"
                className="border-b border-hairline/70 py-1.5 pr-4 font-normal whitespace-nowrap"
              >
                {row.list}
              </th>
              {row.cells.map((cell, at) => (
                <ResultCell key={blocklists.subjects[at]} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Picture>
  );
}

const WORDS: { readonly [Result in BlocklistCell["result"]]: string } = {
  listed: "listed",
  policy: "policy entry",
  clear: "not listed",
  "not-checked": "not checked",
  "not-applicable": "not asked",
};

function ResultCell({ cell }: { cell: BlocklistCell }) {
  return (
    <td data-result={cell.result}>
      {WORDS[cell.result]}
      {cell.note === "" ? null : (
        <small>
          <ForeignText text={cell.note} />
        </small>
      )}
    </td>
  );
}
