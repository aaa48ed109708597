import type { EventView } from "#lib/web/bounce-view/bounce-view.ts";
import { StatusLabel } from "../../ui/status.tsx";

interface EventReportProps {
  readonly event: EventView;
  readonly actions?: React.ReactNode;
}

/** A report in which nothing was refused: what it is instead, and what follows. */
export const EventReport = ({ event, actions }: EventReportProps) => (
  <header className="pt-8 sm:pt-12">
    <StatusLabel status={event.status} className="text-13" />
    <h1 className="mt-3 max-w-[26ch] text-28 tracking-[-0.022em] sm:text-40">{event.title}</h1>
    <p className="mt-4 max-w-[62ch] text-17 text-ink-2">{event.sentence}</p>
    <ul className="mt-6 grid max-w-[68ch] list-disc gap-2 pl-5 marker:text-ink-3">
      {event.steps.map(step => (
        <li key={step}>{step}</li>
      ))}
    </ul>
    <div className="mt-8 flex flex-wrap justify-end gap-4 border-t border-hairline pt-4">{actions}</div>
  </header>
);
