import type { FixWords } from "#lib/web/scan-view/scan-view.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { FileBlock } from "./file-block.tsx";
import { RecordBlock } from "./record-block.tsx";

/** What to do, step by step, and the records to publish. */
export function FixSteps({ fix, zone }: { fix: FixWords; zone: string }) {
  return (
    <div className="mt-4 grid gap-4">
      {fix.steps.length === 0 ? null : <Steps steps={fix.steps} />}
      {fix.records.map(record => {
        const key = `${record.type} ${record.name} ${record.value}`;
        // Not everything that mail hangs on is a DNS record: an MTA-STS policy is a file.
        return record.type === "FILE" ? (
          <FileBlock key={key} record={record} />
        ) : (
          <RecordBlock key={key} record={record} zone={zone} />
        );
      })}
    </div>
  );
}

function Steps({ steps }: { steps: readonly string[] }) {
  if (steps.length === 1) {
    return (
      <p className="max-w-[68ch]">
        <ForeignText text={steps[0] ?? ""} />
      </p>
    );
  }
  return (
    <ol className="grid max-w-[68ch] list-decimal gap-1.5 pl-5 marker:text-ink-3">
      {steps.map(step => (
        <li key={step} className="pl-1">
          <ForeignText text={step} />
        </li>
      ))}
    </ol>
  );
}
