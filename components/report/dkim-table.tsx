import type { DkimTablePicture } from "#lib/scan/pictures/dkim-table.ts";
import { Cell, DataTable, HeadCell } from "../ui/data-table.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { StatusLabel } from "../ui/status.tsx";
import { Picture } from "./picture.tsx";

/** The signing keys found, one selector a row. */
export function DkimTable({ dkim }: { dkim: DkimTablePicture }) {
  return (
    <Picture
      title="DKIM keys"
      figure={
        <span className="text-ink-3">
          {dkim.tried} selectors asked, {dkim.answered} answered
        </span>
      }
    >
      {dkim.keys.length === 0 ? (
        <p className="max-w-[68ch] text-ink-2">
          No key at the selectors we know. There is no list of a domain’s selectors: this does not show that
          it has none.
        </p>
      ) : (
        <DataTable caption="DKIM keys by selector">
          <thead>
            <tr>
              <HeadCell>Selector</HeadCell>
              <HeadCell>Key</HeadCell>
              <HeadCell>State</HeadCell>
              <HeadCell>What it says</HeadCell>
            </tr>
          </thead>
          <tbody>
            {dkim.keys.map(key => (
              <tr key={key.selector}>
                <Cell className="font-mono">
                  <ForeignText text={key.selector} />
                </Cell>
                <Cell className="font-mono whitespace-nowrap">{key.key}</Cell>
                <Cell className="whitespace-nowrap">
                  <StatusLabel status={key.status} />
                </Cell>
                <Cell className="text-ink-2">
                  <ForeignText text={key.note} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Picture>
  );
}
