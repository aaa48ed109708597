import type { RefusalView } from "#lib/web/bounce-view/bounce-view.ts";
import { MailPath } from "../report/bounce/mail-path.tsx";
import { HostName } from "../ui/host-name.tsx";
import { LiveBounce } from "./live-bounce.tsx";

interface BounceRunningProps {
  readonly id: string;
  /** What was read from the mail; null where nothing in it failed. */
  readonly reading: Pick<RefusalView, "recipients" | "path"> | null;
}

const ASKED = [
  "Where mail for the recipient’s domain goes today, held against the server that refused",
  "SPF for exactly the server that sent it, with its sender and its greeting",
  "The DKIM keys of its signatures, and what DMARC makes of both",
  "Blocklists and reverse DNS of the sending server",
];

/** A bounce about which DNS is being asked: what was read of it, and no verdict yet. */
export const BounceRunning = ({ id, reading }: BounceRunningProps) => (
  <article className="pt-8 sm:pt-12">
    <noscript>
      <meta httpEquiv="refresh" content="2" />
    </noscript>
    {reading === null ? null : (
      <p className="font-mono text-15 text-ink-2">
        <HostName name={reading.recipients[0] ?? "recipient not named"} />
      </p>
    )}
    <h1 className="mt-3 text-28 tracking-[-0.022em] sm:text-40">Asking DNS about this refusal</h1>
    <p className="mt-4 max-w-[62ch] text-17 text-ink-2">
      The report has been read. What it says is held against what DNS says today; usually done in a few
      seconds.
    </p>
    <LiveBounce id={id} />
    <ul className="mt-8 border-t border-hairline">
      {ASKED.map(question => (
        <li
          key={question}
          className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 border-b border-hairline px-1 py-3 text-ink-3 sm:px-2"
        >
          <span
            aria-hidden="true"
            className="mx-auto mt-2 size-1.5 animate-pulse-soft rounded-full bg-edge"
          />
          {question}
        </li>
      ))}
    </ul>
    {reading === null ? null : (
      <div className="mt-10">
        <MailPath path={reading.path} />
      </div>
    )}
  </article>
);
