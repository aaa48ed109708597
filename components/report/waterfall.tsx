import type { LookupEntry } from "#lib/scan/report.ts";
import { cn } from "../ui/class-names.ts";
import { duration } from "./format.ts";
import { Picture } from "./picture.tsx";
import type { Lane } from "./waterfall-lanes.ts";
import { longestChain, waterfallLanes } from "./waterfall-lanes.ts";

interface WaterfallProps {
  readonly lookups: readonly LookupEntry[];
  readonly probeLookups: Readonly<Record<string, readonly string[]>>;
}

/** All DNS lookups by start and duration, one lane a probe; the chain that took longest is darker. */
export function Waterfall({ lookups, probeLookups }: WaterfallProps) {
  const end = Math.max(1, ...lookups.map(lookup => lookup.startedMs + lookup.ms));
  const lanes = waterfallLanes(lookups, probeLookups);
  const chain = new Set(longestChain(lookups).map(lookup => lookup.id));
  return (
    <Picture
      title="DNS lookups over time"
      figure={
        <span className="text-ink-3">
          {lookups.length} lookups, {duration(end)}
        </span>
      }
    >
      <ol className="grid gap-y-1.5">
        {lanes.map(lane => (
          <LaneRow key={lane.name} lane={lane} end={end} chain={chain} />
        ))}
      </ol>
      <Axis end={end} />
    </Picture>
  );
}

const ROW = 5;

function LaneRow({ lane, end, chain }: { lane: Lane; end: number; chain: ReadonlySet<string> }) {
  const height = lane.rows * ROW;
  const [first, last] = [lane.bars[0], lane.bars.at(-1)];
  const from = first?.lookup.startedMs ?? 0;
  const to = Math.max(...lane.bars.map(bar => bar.lookup.startedMs + bar.lookup.ms));
  return (
    <li className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-x-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <span className="truncate text-13 text-ink-2">
        {lane.name}
        <span className="ml-1.5 text-ink-3 tabular-nums">{lane.bars.length}</span>
        {last === undefined ? null : (
          <span className="sr-only">
            {" "}
            lookups from {duration(from)} to {duration(to)}
          </span>
        )}
      </span>
      <svg
        viewBox={`0 0 1000 ${height}`}
        preserveAspectRatio="none"
        height={height}
        className="w-full"
        aria-hidden="true"
      >
        {lane.bars.map(({ lookup, row }) => (
          <rect
            key={lookup.id}
            x={round((1000 * lookup.startedMs) / end)}
            y={row * ROW}
            width={Math.max(3, round((1000 * lookup.ms) / end))}
            height={ROW - 1}
            className={barClass(lookup, chain)}
          />
        ))}
      </svg>
    </li>
  );
}

const ANSWERED = new Set(["records", "nodata", "nxdomain"]);

const barClass = (lookup: LookupEntry, chain: ReadonlySet<string>): string =>
  cn(!ANSWERED.has(lookup.status) ? "fill-unknown" : chain.has(lookup.id) ? "fill-accent" : "fill-accent/40");

const round = (n: number): number => Math.round(n * 10) / 10;

function Axis({ end }: { end: number }) {
  return (
    <div className="mt-2 grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <span aria-hidden="true" />
      <p className="flex justify-between border-t border-hairline pt-1 text-13 text-ink-3 tabular-nums">
        {[0, 0.5, 1].map(share => (
          <span key={share}>{duration(end * share)}</span>
        ))}
      </p>
    </div>
  );
}
