import { ForeignText } from "../ui/foreign-text.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { FateMark } from "./fate-mark.tsx";
import type { FailureRows } from "#lib/web/batch-view/failure-rows.ts";

/** The failures one by one, a page at a time. */
export function FailureTable({ rows, next, first, open }: FailureRows & { readonly open: boolean }) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="failures" className="no-print mt-16">
      <Disclosure
        open={open}
        summary={
          <h2 id="failures" className="text-21 text-ink">
            One by one
          </h2>
        }
      >
        <DataTable caption="Failures one by one" className="failure-table">
          <thead>
            <tr>
              <th scope="col">Recipient</th>
              <th scope="col">Cause</th>
              <th scope="col">What was said</th>
              <th scope="col">Address</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.item}>
                <th scope="row" className="font-mono">
                  <ForeignText text={row.recipient} />
                  {row.at === null ? null : <span className="block text-ink-3">{row.at}</span>}
                </th>
                <td>{row.cause}</td>
                <td className="font-mono [overflow-wrap:anywhere]">
                  <span className="line-clamp-2" title={row.reply}>
                    <ForeignText text={row.reply} />
                  </span>
                </td>
                <td>
                  <span className="inline-flex items-baseline gap-1.5">
                    <FateMark fate={row.fate} />
                    {row.fateWords}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
        <nav aria-label="Pages of failures" className="mt-4 flex gap-5">
          {first === null ? null : (
            <a href={first} className="prose-link">
              From the beginning
            </a>
          )}
          {next === null ? null : (
            <a href={next} className="prose-link" rel="next">
              Further ones
            </a>
          )}
        </nav>
      </Disclosure>
    </section>
  );
}
