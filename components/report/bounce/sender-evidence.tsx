import type { SenderView, SpfTraceView } from "#lib/web/bounce-view/bounce-view.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { ForeignText } from "../../ui/foreign-text.tsx";
import { BlocklistGrid } from "../blocklist-grid.tsx";
import { dateTime } from "../format.ts";

interface SenderEvidenceProps {
  readonly sender: SenderView;
  readonly gatheredAt: string | null;
}

/** The evidence about the sending side in full, folded away: how SPF came to its result, and every blocklist. */
export function SenderEvidence({ sender, gatheredAt }: SenderEvidenceProps) {
  const { spf, blocklists } = sender;
  if (spf === null && blocklists === null) return null;
  return (
    <section aria-labelledby="sender-evidence" className="mt-12">
      <h2 id="sender-evidence" className="sr-only">
        The evidence in full
      </h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {spf === null ? null : (
          <Disclosure summary="SPF, term by term">
            <SpfTrace spf={spf} />
          </Disclosure>
        )}
        {blocklists === null ? null : (
          <Disclosure summary="Every blocklist">
            <BlocklistGrid blocklists={blocklists} />
          </Disclosure>
        )}
      </div>
      {gatheredAt === null ? null : (
        <p className="mt-4 text-13 text-ink-3">
          Asked on <time dateTime={gatheredAt}>{dateTime(gatheredAt)}</time>. DNS may have said something else
          when the mail was refused.
        </p>
      )}
    </section>
  );
}

const SpfTrace = ({ spf }: { spf: SpfTraceView }) => (
  <div>
    <p className="max-w-[72ch] [overflow-wrap:anywhere] text-ink-2">
      <ForeignText text={spf.question} /> <strong className="font-medium text-ink">{spf.result}</strong>
    </p>
    {spf.terms.length === 0 ? null : (
      <div className="mt-3">
        <DataTable caption="SPF, term by term">
          <thead>
            <tr>
              <th scope="col">Term</th>
              <th scope="col">In the record of</th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody>
            {spf.terms.map((term, at) => (
              <tr key={at}>
                <th scope="row" className="font-mono">
                  {term.depth === 0 ? null : (
                    <span aria-hidden="true" className="text-ink-3">
                      {"› ".repeat(term.depth)}
                    </span>
                  )}
                  <ForeignText text={term.term} />
                </th>
                <td className="font-mono">
                  <ForeignText text={term.domain} />
                </td>
                <td className={term.decisive ? "font-medium" : "text-ink-3"}>
                  <ForeignText text={term.outcome} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </div>
    )}
  </div>
);
