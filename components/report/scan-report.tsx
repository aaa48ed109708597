import type { SectionId } from "#lib/scan/finding.ts";
import type { PicturesView, ScanView } from "#lib/web/scan-view/scan-view.ts";
import { BlocklistGrid } from "./blocklist-grid.tsx";
import { DkimTable } from "./dkim-table.tsx";
import { DmarcWalk } from "./dmarc-walk.tsx";
import { FixList } from "./fix-list.tsx";
import { MxMap } from "./mx-map.tsx";
import { ReportSection } from "./report-section.tsx";
import { SectionStrip } from "./section-strip.tsx";
import { SpfTree } from "./spf-tree.tsx";
import { VerdictHeader } from "./verdict-header.tsx";
import { Waterfall } from "./waterfall.tsx";

interface ScanReportProps {
  readonly scan: ScanView;
  /** The address of the report: below it are its lookups. */
  readonly base: string;
  readonly actions?: React.ReactNode;
  /** Heading over the fixes: on a shared report they are addressed to the admin who received it. */
  readonly fixHeading?: string;
  readonly afterFixes?: React.ReactNode;
  /** After everything else, such as the history of the domain. */
  readonly end?: React.ReactNode;
  /** Between the verdict and the fixes, such as a note to the admin. */
  readonly children?: React.ReactNode;
}

/** The whole health report of a domain, from the verdict down to the last lookup. */
export function ScanReport({ scan, base, actions, fixHeading, afterFixes, end, children }: ScanReportProps) {
  const lookups = new Map(scan.lookups.map(lookup => [lookup.id, lookup]));
  const facts = { zone: scan.domain, lookupsHref: `${base}/lookups` };
  return (
    <article>
      <VerdictHeader scan={scan} actions={actions} />
      {children}
      <SectionStrip sections={scan.sections} />
      <FixList
        heading={fixHeading ?? "Fix these, in this order"}
        fixes={scan.fixes}
        zone={scan.domain}
        afterwards={afterFixes}
      />
      {scan.sections.map(section => (
        <ReportSection key={section.id} section={section} lookups={lookups} facts={facts}>
          {picturesOf(section.id, scan.pictures)}
        </ReportSection>
      ))}
      <section aria-labelledby="lookups" className="mt-20">
        <h2 id="lookups" className="text-21">
          Lookups
        </h2>
        <p className="mt-0.5 text-ink-2">Everything that was asked, and what came back.</p>
        <Waterfall lookups={scan.lookups} probeLookups={scan.probeLookups} />
        <p className="mt-4">
          <a href={`${base}/lookups`} className="prose-link">
            All {scan.lookups.length} lookups with their answers
          </a>
        </p>
      </section>
      {end}
    </article>
  );
}

function picturesOf(section: SectionId, pictures: PicturesView): React.ReactNode {
  switch (section) {
    case "delivery":
      return pictures.mx === null ? null : <MxMap mx={pictures.mx} />;
    case "authentication":
      return (
        <>
          {pictures.spf === null ? null : <SpfTree spf={pictures.spf} />}
          {pictures.dmarc === null ? null : <DmarcWalk dmarc={pictures.dmarc} />}
          {pictures.dkim === null ? null : <DkimTable dkim={pictures.dkim} />}
        </>
      );
    case "reputation":
      return pictures.blocklists === null ? null : <BlocklistGrid blocklists={pictures.blocklists} />;
    default:
      return null;
  }
}
