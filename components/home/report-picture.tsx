import type { ScanView } from "#lib/web/scan-view/scan-view.ts";
import { FixList } from "../report/fix-list.tsx";
import { SectionStrip } from "../report/section-strip.tsx";
import { VerdictHeader } from "../report/verdict-header.tsx";

/** One real report as a picture: made of the same parts, but nothing in it can be used. */
export const ReportPicture = ({ scan }: { scan: ScanView }) => (
  <div
    role="img"
    aria-label={`A report on ${scan.domain}: the verdict, the grade, and what to do with the record to publish`}
    className="report-picture no-print mt-24 rounded-t-lg border-x border-t border-hairline px-5 sm:px-10"
  >
    <div inert>
      <VerdictHeader scan={scan} as="p" />
      <SectionStrip sections={scan.sections} />
      <FixList heading="Fix these, in this order" fixes={scan.fixes.slice(0, 1)} zone={scan.domain} />
    </div>
  </div>
);
