import type { BounceView } from "#lib/web/bounce-view/bounce-view.ts";
import { DecodedMessage } from "./decoded-message.tsx";
import { EventReport } from "./event-report.tsx";
import { LinkedScans } from "./linked-scans.tsx";
import { RefusalIndex } from "./refusal-index.tsx";
import { RefusalReport } from "./refusal-report.tsx";
import { SenderEvidence } from "./sender-evidence.tsx";

interface BounceReportProps {
  readonly bounce: BounceView;
  /** Who reads: the person whose mail came back, or whoever was sent the link. */
  readonly reader: "sender" | "other";
  readonly actions?: React.ReactNode;
  /** Stands under the first heading: a note, or what was taken out. */
  readonly notice?: React.ReactNode;
  /** The owner's own words about it, for each refusal. */
  readonly ask?: (refusal: BounceView["refusals"][number]) => React.ReactNode;
  /** What can be done with what is kept. */
  readonly children?: React.ReactNode;
}

/** The whole report on one returned mail: whose fault, why, and who does what. */
export function BounceReport({ bounce, reader, actions, notice, ask, children }: BounceReportProps) {
  const { refusals, event } = bounce;
  const several = refusals.length > 1;
  return (
    <article>
      {event === null ? null : <EventReport event={event} actions={actions} />}
      {several ? (
        <RefusalIndex refusals={refusals} spread={bounce.spread} sample={bounce.sample} actions={actions} />
      ) : null}
      {several || event !== null ? notice : null}
      {refusals.map(refusal => (
        <RefusalReport
          key={refusal.id}
          refusal={refusal}
          reader={reader}
          level={several ? 2 : 1}
          sample={bounce.sample && !several}
          actions={several ? undefined : actions}
          notice={several ? undefined : notice}
        >
          {ask?.(refusal)}
        </RefusalReport>
      ))}
      {bounce.sender === null ? null : (
        <SenderEvidence sender={bounce.sender} gatheredAt={bounce.gatheredAt} />
      )}
      <LinkedScans scans={bounce.scans} reader={reader} />
      {bounce.message === null ? null : <DecodedMessage message={bounce.message} />}
      {children}
    </article>
  );
}
