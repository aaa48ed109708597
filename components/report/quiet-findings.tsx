import type { FindingView } from "#lib/web/scan-view/scan-view.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { StatusGlyph } from "../ui/status.tsx";
import { count } from "./format.ts";

/** Many findings that need nobody's attention, one line each. */
export function QuietFindings({ findings }: { findings: readonly FindingView[] }) {
  return (
    <Disclosure summary={`${count(findings.length, "more result")}, none of them a problem`}>
      <ul className="grid gap-1 text-13">
        {findings.map((finding, at) => (
          <li key={at} className="flex items-start gap-2">
            <StatusGlyph status={finding.status} className="mt-0.5 size-3.5" />
            <span className="min-w-0 text-ink-2">
              <ForeignText text={finding.title} />
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
