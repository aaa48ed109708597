import type { BounceView } from "#lib/web/bounce-view/bounce-view.ts";
import { BounceHeader } from "./bounce-header.tsx";
import { DecodedMessage } from "./decoded-message.tsx";
import { LinkedScans } from "./linked-scans.tsx";
import { MailPath } from "./mail-path.tsx";
import { PartyTabs } from "./party-tabs.tsx";
import { RankedCauses } from "./ranked-causes.tsx";
import { RuledOut } from "./ruled-out.tsx";

interface BounceReportProps {
  readonly bounce: BounceView;
  readonly actions?: React.ReactNode;
}

/** The whole report on one refused mail: whose fault, why, and who does what. */
export const BounceReport = ({ bounce, actions }: BounceReportProps) => (
  <article>
    <BounceHeader bounce={bounce} actions={actions} />
    <div className="mt-10">
      <MailPath path={bounce.path} />
    </div>
    <PartyTabs advice={bounce.advice} adminMessage={bounce.adminMessage} />
    <RankedCauses causes={bounce.causes} />
    <RuledOut ruledOut={bounce.ruledOut} />
    <LinkedScans scans={bounce.scans} />
    <DecodedMessage message={bounce.message} />
  </article>
);
