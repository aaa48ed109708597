import type { Measured } from "#lib/web/scan-view/scan-view.ts";
import { dateTime, duration } from "./format.ts";

/** Time, resolver and engine as one small line: what a laboratory prints under a result. */
export function MeasuredLine({ measured }: { measured: Measured }) {
  const { at, durationMs, engine, servers, validating, queries } = measured;
  const resolver = servers.length === 0 ? "no name server" : servers.join(", ");
  const facts = [
    <time key="at" dateTime={at}>
      {dateTime(at)}
    </time>,
    `${duration(durationMs)}, ${queries} DNS queries`,
    `asked ${resolver}${validating === true ? " (validates DNSSEC)" : ""}`,
    `engine ${engine}`,
  ];
  return (
    // The dot before the first fact of a line falls outside the frame.
    <div className="overflow-hidden">
      <ul className="-ml-5 flex flex-wrap gap-y-0.5 text-13 text-ink-3 tabular-nums">
        {facts.map((fact, index) => (
          <li key={index} className="relative pl-5 before:absolute before:left-2 before:content-['·']">
            {fact}
          </li>
        ))}
      </ul>
    </div>
  );
}
