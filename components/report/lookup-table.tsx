import type { LookupEntry } from "#lib/scan/report.ts";
import { DataTable } from "../ui/data-table.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { lookupOutcome } from "./lookup-outcome.ts";

/** Every lookup of the scan with its raw answer: the evidence, complete. */
export const LookupTable = ({ lookups }: { lookups: readonly LookupEntry[] }) => (
  <DataTable caption="All DNS lookups of this scan" className="lookup-table">
    <thead>
      <tr>
        <th scope="col">Type</th>
        <th scope="col">Name and answer</th>
        <th scope="col">Result</th>
        <th scope="col">TTL</th>
        <th scope="col">Server</th>
        <th scope="col">ms</th>
      </tr>
    </thead>
    <tbody>
      {lookups.map(lookup => (
        <LookupRow key={lookup.id} lookup={lookup} />
      ))}
    </tbody>
  </DataTable>
);

function LookupRow({ lookup }: { lookup: LookupEntry }) {
  const { failed, word } = lookupOutcome(lookup);
  return (
    <tr className={failed ? "hatched" : undefined}>
      <td>{lookup.type}</td>
      <td>
        <ForeignText text={lookup.name} />
        {lookup.answers.length === 0 ? null : (
          <small>
            <ForeignText text={lookup.answers.join("\n")} lines />
          </small>
        )}
        {lookup.extendedErrors.map(error => (
          <small key={error.code}>
            EDE {error.code} <ForeignText text={error.text} />
          </small>
        ))}
      </td>
      <td>{word}</td>
      <td>{lookup.ttl}</td>
      <td>{lookup.server}</td>
      <td>{lookup.ms}</td>
    </tr>
  );
}
