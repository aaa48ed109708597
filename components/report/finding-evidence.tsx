import { ForeignText } from "../ui/foreign-text.tsx";
import { StatusGlyph } from "../ui/status.tsx";
import type { EvidencedFinding } from "./check-row-view.ts";
import { FixSteps } from "./fix-steps.tsx";
import { LookupList } from "./lookup-list.tsx";
import type { ReportFacts } from "./report-facts.ts";

interface FindingEvidenceProps {
  readonly finding: EvidencedFinding;
  readonly facts: ReportFacts;
  /** The only finding of its check: then the row above has said its title already. */
  readonly alone: boolean;
}

/** What was found about one subject: what it means, what to do, and the answers that show it. */
export function FindingEvidence({ finding, facts, alone }: FindingEvidenceProps) {
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
      {finding.answers.shown.length === 0 ? null : (
        <LookupList lookups={finding.answers} allHref={facts.lookupsHref} />
      )}
    </div>
  );
}
