import type { BlocklistCell, BlocklistPicture } from "#lib/scan/pictures/blocklists.ts";
import { DataTable, HeadCell } from "../ui/data-table.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { StatusGlyph } from "../ui/status.tsx";
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
      <DataTable caption="Blocklists by what was looked up" className="w-auto min-w-full">
        <thead>
          <tr>
            <HeadCell>List</HeadCell>
            {blocklists.subjects.map(subject => (
              <HeadCell key={subject} className="font-mono font-normal whitespace-nowrap">
                <ForeignText text={subject} />
              </HeadCell>
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

const RESULTS = {
  listed: { status: "fail", word: "listed" },
  policy: { status: "info", word: "policy entry" },
  clear: { status: "pass", word: "not listed" },
  "not-checked": { status: "inconclusive", word: "not checked" },
  "not-applicable": { status: "not-applicable", word: "not asked" },
} as const;

function ResultCell({ cell }: { cell: BlocklistCell }) {
  const { status, word } = RESULTS[cell.result];
  const quiet = cell.result === "clear" || cell.result === "not-applicable";
  return (
    <td className={`border-b border-hairline/70 py-1.5 pr-4 ${status === "inconclusive" ? "hatched" : ""}`}>
      <span className="flex items-center gap-2">
        <StatusGlyph status={status} className="size-3.5" />
        <span className={quiet ? "text-ink-3" : "font-medium"}>
          {word}
          {cell.note === "" ? null : (
            <span className="font-normal text-ink-2">
              {": "}
              <ForeignText text={cell.note} />
            </span>
          )}
        </span>
      </span>
    </td>
  );
}
