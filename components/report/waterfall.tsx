import type { LookupEntry } from "#lib/scan/report.ts";
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

/** Units of the drawing; it is stretched to the width of the page. */
const ROW = 5;
const WIDTH = 1000;
const LEAST_WIDTH = 3;
/** Pixels: a hundred lookups at once become a block, not a tower. */
const MOST_HEIGHT = 90;

function LaneRow({ lane, end, chain }: { lane: Lane; end: number; chain: ReadonlySet<string> }) {
  const height = lane.rows * ROW;
  const [first, last] = [lane.bars[0], lane.bars.at(-1)];
  const from = first?.lookup.startedMs ?? 0;
  const to = Math.max(...lane.bars.map(bar => bar.lookup.startedMs + bar.lookup.ms));
  return (
    <li className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-x-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <span className="truncate text-13 text-ink-2">
        {NAMES[lane.name] ?? lane.name}
        <span className="ml-1.5 text-ink-3 tabular-nums">{lane.bars.length}</span>
        {last === undefined ? null : (
          <span className="sr-only">
            {" "}
            lookups from {duration(from)} to {duration(to)}
          </span>
        )}
      </span>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        preserveAspectRatio="none"
        height={Math.min(height, MOST_HEIGHT)}
        className="w-full"
        aria-hidden="true"
      >
        {KINDS.map(kind => (
          <path key={kind} d={barsPath(lane, kind, { end, chain })} className={KIND_CLASS[kind]} />
        ))}
      </svg>
    </li>
  );
}

/** What the lookups of a probe are about. */
const NAMES: Readonly<Record<string, string>> = {
  domain: "The domain",
  mx: "MX",
  hosts: "Mail servers",
  reverse: "Reverse names",
  mtaSts: "MTA-STS",
  tlsRpt: "TLS reports",
  dnssec: "DNSSEC",
  tlsa: "DANE",
  bimi: "BIMI",
  nameServers: "Name servers",
  aliases: "Aliases",
  spf: "SPF",
  dmarc: "DMARC",
  dkim: "DKIM",
  blocklists: "Blocklists",
  other: "Others",
};

const KINDS = ["answered", "chain", "failed"] as const;
type Kind = (typeof KINDS)[number];

const KIND_CLASS: { readonly [Name in Kind]: string } = {
  answered: "fill-accent/40",
  chain: "fill-accent",
  failed: "fill-unknown",
};

interface Scale {
  readonly end: number;
  readonly chain: ReadonlySet<string>;
}

/** All bars of one kind as one path: hundreds of lookups stay a few kilobytes. */
const barsPath = (lane: Lane, kind: Kind, { end, chain }: Scale): string =>
  lane.bars
    .filter(({ lookup }) => kindOf(lookup, chain) === kind)
    .map(({ lookup, row }) => {
      const width = Math.max(LEAST_WIDTH, round((WIDTH * lookup.ms) / end));
      return `M${round((WIDTH * lookup.startedMs) / end)} ${row * ROW}h${width}v${ROW - 1}h-${width}z`;
    })
    .join("");

const ANSWERED = new Set(["records", "nodata", "nxdomain"]);

function kindOf(lookup: LookupEntry, chain: ReadonlySet<string>): Kind {
  if (!ANSWERED.has(lookup.status)) return "failed";
  return chain.has(lookup.id) ? "chain" : "answered";
}

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
