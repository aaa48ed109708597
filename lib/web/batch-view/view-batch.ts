import { DOMAINS_AT_ONCE } from "#lib/services/batches/scan-domains.ts";
import { BounceInputError } from "#lib/bounce/containers/input-error.ts";
import { FATES } from "#lib/bounce/batch/batch-item.ts";
import { MOST_FAILURES } from "#lib/bounce/batch/read-batch.ts";
import { MOST_DOMAINS } from "#lib/services/batches/domains-of-batch.ts";
import {
  type BatchOverview,
  GROUPED_BY,
  type GroupedBy,
  type ScanOfDomain,
} from "#lib/services/batches/summarise.ts";
import { utcMinute } from "../utc-words.ts";
import { filterPath, valueWords, viewFilters } from "./batch-filter.ts";
import { batchVerdict } from "./batch-verdict.ts";
import type { BatchView, GroupView, ListsView, ScansView } from "./batch-view.ts";
import { viewCauseGroup } from "./cause-group.ts";
import { dayChart } from "./day-chart.ts";
import { FATE_WORDS } from "./fate-words.ts";
import { viewRouteNotes } from "./route-notes.ts";
import { number } from "./numbers.ts";

/** Puts the numbers of a batch into the words and pictures of a page. Pure. */
export function viewBatch(overview: BatchOverview): BatchView {
  const { batch, filter, matching, causes, days, routes, scans } = overview;
  const base = `/batches/${batch.id}`;
  const dated = days.reduce((sum, { failures }) => sum + failures, 0);
  return {
    id: batch.id,
    name: batch.name,
    verdict: batchVerdict(overview),
    facts: factsOf(overview),
    filters: viewFilters(base, filter),
    failures: matching.failures,
    lists: viewLists(base, overview),
    causes: causes.map(group =>
      viewCauseGroup(group, {
        of: matching.failures,
        href: filterPath(base, { ...filter, cause: group.cause }),
        routes: viewRouteNotes(
          routes.filter(({ cause }) => cause === group.cause),
          scans,
        ),
      }),
    ),
    days: dayChart(days, {
      undated: matching.failures - dated,
      hrefOf: day => filterPath(base, { ...filter, day }),
    }),
    groups: GROUPED_BY.map(by => viewGroup(base, by, overview)).filter(({ rows }) => rows.length > 0),
    scans: viewScans(overview),
    remarks: remarksOf(overview),
    addressesUntil: batch.expiresAt?.toISOString() ?? null,
  };
}

function factsOf({ batch, groups, filter }: BatchOverview): readonly string[] {
  const filtered = Object.keys(filter).length > 0;
  return [
    ...(batch.summary === null ? [] : [`${number(batch.summary.read)} entries read`]),
    `${number(batch.failures)} failures`,
    ...(filtered ? [] : [`${number(groups.domain.of)} ${groups.domain.of === 1 ? "domain" : "domains"}`]),
    ...(batch.finishedAt === null ? [] : [utcMinute(batch.finishedAt.toISOString())]),
  ];
}

function viewLists(base: string, { filter, fates }: BatchOverview): ListsView {
  const parts = FATES.filter(fate => fate !== "remove").map(fate => ({
    fate,
    words: FATE_WORDS[fate].short,
    addresses: fates[fate] ?? 0,
  }));
  return {
    remove: { addresses: fates.remove ?? 0, href: filterPath(`${base}/remove.csv`, filter) },
    keep: {
      addresses: parts.reduce((sum, { addresses }) => sum + addresses, 0),
      href: filterPath(`${base}/keep.csv`, filter),
      parts: parts.filter(({ addresses }) => addresses > 0),
    },
  };
}

const TITLES: Readonly<Record<GroupedBy, string>> = {
  domain: "By domain of the recipient",
  provider: "By mail system that refused",
  code: "By code",
};

function viewGroup(base: string, by: GroupedBy, { filter, groups }: BatchOverview): GroupView {
  const { groups: found, of } = groups[by];
  const largest = found[0]?.failures ?? 1;
  return {
    id: by,
    title: TITLES[by],
    mono: by !== "provider",
    more: of - found.length,
    rows: found.map(({ key, failures, addresses }) => ({
      label: valueWords(by, key),
      failures,
      addresses,
      share: failures / largest,
      href: filterPath(base, { ...filter, [by]: key }),
      about: by === "code" && key !== null ? `/codes?q=${encodeURIComponent(key)}` : null,
    })),
  };
}

const STATES: Readonly<Record<ScanOfDomain["status"], string>> = {
  waiting: "waits",
  running: "being measured",
  done: "measured",
  failed: "could not be measured",
  refused: "could not be measured",
  deleted: "scan deleted",
};

function viewScans({ scans, unscanned, room }: BatchOverview): ScansView {
  const among = (...states: readonly ScanOfDomain["status"][]) =>
    scans.filter(({ status }) => states.includes(status)).length;
  return {
    asked: scans.length,
    measured: among("done", "deleted"),
    failed: among("failed", "refused"),
    unscanned,
    most: MOST_DOMAINS,
    next: nextWords(Math.min(unscanned, room)),
    rows: scans.map(({ domain, scanId, status, grade }) => ({
      domain,
      href: scanId === null ? null : `/scans/${scanId}`,
      letter: grade,
      state: status === "done" && grade === null ? "measured, no grade" : STATES[status],
    })),
  };
}

function nextWords(possible: number): string | null {
  if (possible === 0) return null;
  return possible > DOMAINS_AT_ONCE ? `Measure the next ${DOMAINS_AT_ONCE}` : "Measure them too";
}

const OTHERWISE: readonly (readonly [string, string, string])[] = [
  ["delivered", "delivery", "deliveries"],
  ["relayed", "handing on", "handings on"],
  ["auto_reply", "automatic reply", "automatic replies"],
  ["complaint", "complaint", "complaints"],
  ["challenge", "challenge", "challenges"],
  ["not_a_bounce", "entry that is no bounce", "entries that are no bounces"],
];

function remarksOf({ batch: { summary } }: BatchOverview): readonly string[] {
  if (summary === null) return [];
  const events: Readonly<Record<string, number>> = summary.events;
  const others = OTHERWISE.flatMap(([event, one, many]) => {
    const count = events[event] ?? 0;
    return count === 0 ? [] : [`${number(count)} ${count === 1 ? one : many}`];
  });
  return [
    ...(summary.truncated
      ? [
          `The files hold more than ${number(MOST_FAILURES)} failures: the first ${number(MOST_FAILURES)} were read.`,
        ]
      : []),
    ...summary.unreadable.map(({ file, code }) => `${file}: ${new BounceInputError(code).message}`),
    ...(others.length === 0 ? [] : [`Also found, and not counted as failures: ${others.join(", ")}.`]),
  ];
}
