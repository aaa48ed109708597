import type { RecordView } from "#lib/web/scan-view/scan-view.ts";
import { cn } from "../ui/class-names.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { compareRecords } from "./compare-records.ts";
import { RecordValue } from "./record-value.tsx";

const HEADINGS = {
  create: "Create this record",
  replace: "Change the record to this",
  delete: "Delete this record",
} as const;

/** One DNS record to publish: name, type and value, each to copy; what changes is marked. */
export function RecordBlock({ record, zone }: { record: RecordView; zone: string }) {
  const { before, after } = compareRecords(record.replaces ?? "", record.value);
  const gone = record.replaces ?? "";
  return (
    <figure className="min-w-0 overflow-hidden rounded-lg border border-hairline bg-raised">
      <figcaption className="border-b border-hairline px-4 py-2 text-13 font-medium text-ink-2">
        {HEADINGS[record.action]}
      </figcaption>
      <dl className="px-4 py-1">
        <Row term="Name" copy={record.name}>
          <RecordName name={record.name} zone={zone} />
        </Row>
        <Row term="Type" copy={record.type}>
          {record.type}
        </Row>
        {record.value === "" ? null : (
          <Row term="Value" copy={record.value} long>
            <RecordValue pieces={after} terms={record.terms} kind={gone === "" ? "plain" : "added"} />
          </Row>
        )}
      </dl>
      {gone === "" ? null : (
        <div className="border-t border-hairline px-4 py-2.5">
          <Disclosure
            summary={record.action === "delete" ? "The record as it is now" : "Before"}
            printed
            open={after.every(piece => !piece.changed)}
          >
            <p className="font-mono text-15 leading-[1.7] text-ink-2">
              <RecordValue pieces={before} terms={record.termsBefore} kind="removed" />
            </p>
          </Disclosure>
        </div>
      )}
    </figure>
  );
}

interface RowProps {
  readonly term: string;
  readonly copy: string;
  /** On a phone it stands below its term, in the whole width. */
  readonly long?: boolean;
  readonly children: React.ReactNode;
}

const Row = ({ term, copy, long = false, children }: RowProps) => (
  <div
    className={cn(
      "grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-start gap-x-3 border-hairline/70 py-1.5 not-last:border-b",
      long && "max-sm:grid-cols-[minmax(0,1fr)_auto]",
    )}
  >
    <dt className="pt-1.5 text-13 text-ink-3">{term}</dt>
    <dd
      className={cn(
        "min-w-0 py-1 font-mono text-15 leading-[1.7]",
        long && "max-sm:order-last max-sm:col-span-2",
      )}
    >
      {children}
    </dd>
    <dd>
      <CopyButton text={copy} label={`Copy ${term.toLowerCase()}`} />
    </dd>
  </div>
);

/** The part that a DNS panel asks for in ink, the zone that it adds itself paler. */
function RecordName({ name, zone }: { name: string; zone: string }) {
  const suffix = `.${zone}`;
  if (!name.endsWith(suffix)) {
    return (
      <span className="break-all">
        <ForeignText text={name} />
      </span>
    );
  }
  return (
    <span className="break-all">
      <ForeignText text={name.slice(0, -suffix.length)} />
      <span className="text-ink-3">{suffix}</span>
    </span>
  );
}
