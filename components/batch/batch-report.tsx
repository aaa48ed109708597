import type { BatchView } from "#lib/web/batch-view/batch-view.ts";
import { AddressLists } from "./address-lists.tsx";
import { BatchFilters } from "./batch-filters.tsx";
import { BatchHeader } from "./batch-header.tsx";
import { CauseList } from "./cause-list.tsx";
import { DayPicture } from "./day-picture.tsx";
import { DomainScans } from "./domain-scans.tsx";
import { GroupLists } from "./group-lists.tsx";

interface BatchReportProps {
  readonly batch: BatchView;
  readonly actions: React.ReactNode;
  /** Asks for more scans of domains. */
  readonly scanButton: React.ReactNode;
  readonly children: React.ReactNode;
}

/** Many failures on one page: what they come down to, which addresses go, who does what, and the numbers. */
export const BatchReport = ({ batch, actions, scanButton, children }: BatchReportProps) => (
  <article>
    <BatchHeader batch={batch} actions={actions} />
    <BatchFilters filters={batch.filters} all={`/batches/${batch.id}`} />
    {batch.failures === 0 ? null : (
      <>
        <AddressLists lists={batch.lists} deleted={batch.addressesUntil === null} />
        <CauseList causes={batch.causes} />
        {batch.days === null ? null : <DayPicture chart={batch.days} />}
        <GroupLists groups={batch.groups} />
        <DomainScans scans={batch.scans} button={scanButton} />
      </>
    )}
    {children}
  </article>
);
