import type { RecordView } from "#lib/web/scan-view/scan-view.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { compareRecords } from "./compare-records.ts";
import { RecordRow } from "./record-row.tsx";
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
        <RecordRow term="Name" copy={record.name}>
          <RecordName name={record.name} zone={zone} />
        </RecordRow>
        <RecordRow term="Type" copy={record.type}>
          {record.type}
        </RecordRow>
        {record.value === "" ? null : (
          <RecordRow term="Value" copy={record.value} long>
            <RecordValue pieces={after} terms={record.terms} kind={gone === "" ? "plain" : "added"} />
          </RecordRow>
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
