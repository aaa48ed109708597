import type { LookupEntry } from "#lib/scan/report.ts";
import { cn } from "../ui/class-names.ts";
import { Cell, DataTable, HeadCell } from "../ui/data-table.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { lookupOutcome } from "./lookup-outcome.ts";

/** Every lookup of the scan with its raw answer: the evidence, complete. */
export function LookupTable({ lookups }: { lookups: readonly LookupEntry[] }) {
  return (
    <DataTable caption="All DNS lookups of this scan" className="font-mono">
      <thead className="font-sans">
        <tr>
          <HeadCell>Type</HeadCell>
          <HeadCell>Name and answer</HeadCell>
          <HeadCell>Result</HeadCell>
          <HeadCell className="text-right">TTL</HeadCell>
          <HeadCell>Server</HeadCell>
          <HeadCell className="pr-0 text-right">ms</HeadCell>
        </tr>
      </thead>
      <tbody>
        {lookups.map(lookup => (
          <LookupRow key={lookup.id} lookup={lookup} />
        ))}
      </tbody>
    </DataTable>
  );
}

function LookupRow({ lookup }: { lookup: LookupEntry }) {
  const { failed, word } = lookupOutcome(lookup);
  return (
    <tr className={cn(failed && "hatched")}>
      <Cell>{lookup.type}</Cell>
      <Cell className="min-w-64 break-all">
        <ForeignText text={lookup.name} />
        {lookup.answers.length === 0 ? null : (
          <span className="block text-ink-3">
            <ForeignText text={lookup.answers.join("\n")} lines />
          </span>
        )}
        {lookup.extendedErrors.map(error => (
          <span key={error.code} className="block text-unknown">
            EDE {error.code} <ForeignText text={error.text} />
          </span>
        ))}
      </Cell>
      <Cell className={cn("font-sans whitespace-nowrap", failed ? "text-unknown" : "text-ink-2")}>
        {word}
      </Cell>
      <Cell className="text-right text-ink-2">{lookup.ttl ?? ""}</Cell>
      <Cell className="whitespace-nowrap text-ink-2">{lookup.server ?? ""}</Cell>
      <Cell className="pr-0 text-right text-ink-2">{lookup.ms}</Cell>
    </tr>
  );
}
