import type { LookupEntry } from "#lib/scan/report.ts";
import { PlainPage } from "../layout/plain-page.tsx";
import { ForeignText } from "../ui/foreign-text.tsx";
import { LookupTable } from "./lookup-table.tsx";

interface LookupsPageProps {
  readonly domain: string;
  /** The address of the report. */
  readonly base: string;
  readonly lookups: readonly LookupEntry[];
}

/** Every lookup of a scan, on a page of its own: the report itself stays quick. */
export const LookupsPage = ({ domain, base, lookups }: LookupsPageProps) => (
  <PlainPage
    title={
      <>
        All lookups about <ForeignText text={domain} />
      </>
    }
    lead={`${lookups.length} questions in the order in which they were asked, with what came back. An answer that a name or record does not exist is an answer; a hatched line is none.`}
  >
    <p className="mt-4 mb-8">
      <a href={base} className="prose-link">
        Back to the report
      </a>
    </p>
    <LookupTable lookups={lookups} />
  </PlainPage>
);
