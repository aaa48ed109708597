import type { DkimTablePicture } from "#lib/scan/pictures/dkim-table.ts";
import { DataTable } from "../ui/data-table.tsx";
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
              <th scope="col">Selector</th>
              <th scope="col">Key</th>
              <th scope="col">State</th>
              <th scope="col">What it says</th>
            </tr>
          </thead>
          <tbody>
            {dkim.keys.map(key => (
              <tr key={key.selector}>
                <td className="font-mono">
                  <ForeignText text={key.selector} />
                </td>
                <td className="font-mono whitespace-nowrap">{key.key}</td>
                <td className="whitespace-nowrap">
                  <StatusLabel status={key.status} />
                </td>
                <td className="text-ink-2">
                  <ForeignText text={key.note} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Picture>
  );
}
