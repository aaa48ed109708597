import type { FindingView } from "#lib/web/scan-view/scan-view.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { count } from "./format.ts";

/** Many findings that need nobody's attention, one line each. */
export function QuietFindings({ findings }: { findings: readonly FindingView[] }) {
  return (
    <Disclosure summary={`${count(findings.length, "more result")}, none of them a problem`}>
      <ul className="quiet-list">
        {findings.map((finding, at) => (
          <li key={at}>
            <ForeignText text={finding.title} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
