import type { Status } from "#lib/scan/finding.ts";
import type { LookupEntry } from "#lib/scan/report.ts";
import type { FindingView } from "#lib/web/scan-view/scan-view.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { StatusGlyph } from "../ui/status.tsx";
import { FixSteps } from "./fix-steps.tsx";
import { LookupList } from "./lookup-list.tsx";
import type { ReportFacts } from "./report-facts.ts";

interface FindingEvidenceProps {
  readonly finding: FindingView;
  readonly facts: ReportFacts;
  /** The only finding of its check: then the row above has said its title already. */
  readonly alone: boolean;
}

/** Failures tell most, then records, then that there is nothing. */
const WEIGHTS: Readonly<Record<string, number>> = { records: 1, nodata: 2, nxdomain: 2 };

const byWeight = (one: LookupEntry, other: LookupEntry): number =>
  (WEIGHTS[one.status] ?? 0) - (WEIGHTS[other.status] ?? 0);

/** How many raw answers are shown in place: most where something has to be understood. */
const SHOWN: { readonly [Name in Status]?: number } = { fail: 6, inconclusive: 6, warn: 4 };

/** What was found about one subject: what it means, what to do, and the answers that show it. */
export function FindingEvidence({ finding, facts, alone }: FindingEvidenceProps) {
  const asked = finding.lookups.flatMap(id => facts.lookups.get(id) ?? []).toSorted(byWeight);
  return (
    <div className="min-w-0">
      {alone ? null : (
        <p className="flex items-start gap-2">
          <StatusGlyph status={finding.status} className="mt-0.75" />
          <span>
            {finding.subject === null || finding.title.includes(finding.subject) ? null : (
              <code className="mr-2 break-all">
                <ForeignText text={finding.subject} />
              </code>
            )}
            <span className="text-ink-2">
              <ForeignText text={finding.title} />
            </span>
          </span>
        </p>
      )}
      {finding.detail === null ? null : (
        <p className="mt-1 max-w-[68ch] text-ink-2">
          <ForeignText text={finding.detail} />
        </p>
      )}
      {finding.step === null ? null : (
        <p className="mt-2">
          What to do is{" "}
          <a href={`#fix-${finding.step}`} className="prose-link">
            step {finding.step} above
          </a>
          .
        </p>
      )}
      {finding.fix === null || finding.step !== null ? null : (
        <FixSteps fix={finding.fix} zone={facts.zone} />
      )}
      {asked.length === 0 ? null : (
        <LookupList lookups={asked} most={SHOWN[finding.status] ?? 3} allHref={facts.lookupsHref} />
      )}
    </div>
  );
}
