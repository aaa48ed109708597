import type { MailPathPicture, MailPathStop } from "#lib/web/bounce-view/bounce-view.ts";
import { cn } from "../../ui/class-names.ts";
import { ForeignText } from "../../ui/foreign-text.tsx";
import { HostName } from "../../ui/host-name.tsx";
import { Picture } from "../picture.tsx";

/** The way of the mail from sender to mailbox. The line breaks where it was refused, with the reply quoted. */
export function MailPath({ path }: { path: MailPathPicture }) {
  return (
    <Picture title="How far the mail got">
      <ol className="mail-path">
        {path.stops.map(stop => (
          <Stop key={stop.title} stop={stop} />
        ))}
      </ol>
      {path.reply === null ? null : (
        <blockquote className="mt-5 border-l-2 border-fail pl-3 font-mono text-15 [overflow-wrap:anywhere]">
          <ForeignText text={path.reply} />
        </blockquote>
      )}
    </Picture>
  );
}

const Stop = ({ stop }: { stop: MailPathStop }) => (
  <li data-state={stop.state}>
    <span className="mail-path-node" aria-hidden="true" />
    <span className="block min-w-0">
      <span className={cn("block font-medium", stop.state === "not-reached" && "text-ink-3")}>
        {stop.title}
      </span>
      {stop.name === null ? null : (
        <span className="block font-mono text-13 text-ink-2">
          <HostName name={stop.name} />
        </span>
      )}
      <span
        className={cn("block text-13", stop.state === "refused" ? "font-medium text-fail" : "text-ink-3")}
      >
        {stop.label}
      </span>
    </span>
  </li>
);
