import { CAUSE_TITLES } from "#lib/bounce/cause-titles.ts";
import { wordReason } from "#lib/bounce/wording.ts";
import type { RouteOfGroup, ScanOfDomain } from "#lib/services/batches/summarise.ts";
import { sentence } from "../bounce-view/sentence.ts";
import type { RouteNotes } from "./batch-view.ts";
import { number } from "./numbers.ts";

/** Domains told one by one; the rest are only counted. */
const SHOWN = 6;

/**
 * What today's MX records say about the failures of one cause: which failures they moved here, which they confirmed,
 * and which have to wait. Null where none hang on them.
 */
export function viewRouteNotes(
  routes: readonly RouteOfGroup[],
  scans: readonly ScanOfDomain[],
): RouteNotes | null {
  if (routes.length === 0) return null;
  const moved = routes.filter(({ cause, route }) => route !== null && route.before !== cause);
  const kept = routes.filter(({ cause, route }) => route !== null && route.before === cause);
  const undecided = routes.filter(({ route }) => route === null);
  const told = [...moved.map(movedRow), ...undecided.flatMap(one => undecidedRow(one, scans))];
  return {
    sentences: [
      ...movedWords(moved),
      ...(kept.length === 0
        ? []
        : [`Still so after a look at today’s MX record: ${failures(kept)} at ${domains(kept)}.`]),
      ...undecidedWords(undecided, scans),
    ],
    unmeasured: undecided.some(({ domain }) => scanOf(domain, scans) === undefined),
    rows: told.slice(0, SHOWN),
    more: Math.max(0, told.length - SHOWN),
  };
}

type Routes = readonly RouteOfGroup[];

function movedWords(moved: Routes): readonly string[] {
  const before = Map.groupBy(moved, ({ route }) => route?.before ?? "unknown");
  return [...before].map(
    ([cause, group]) =>
      `Moved here from “${CAUSE_TITLES[cause]}” by what DNS says today: ${failures(group)} at ${domains(group)}.`,
  );
}

function undecidedWords(undecided: Routes, scans: readonly ScanOfDomain[]): readonly string[] {
  if (undecided.length === 0) return [];
  const unmeasured = undecided.filter(({ domain }) => scanOf(domain, scans) === undefined);
  const none = unmeasured.length === 0 ? "" : ` Not measured yet: ${domains(unmeasured)}.`;
  return [
    `Undecided, and on no list for removal: ${failures(undecided)} at ${domains(undecided)}. A refusal by a server that does not take the domain’s mail any more says nothing about the address.${none}`,
  ];
}

const scanOf = (domain: string, scans: readonly ScanOfDomain[]): ScanOfDomain | undefined =>
  scans.find(one => one.domain === domain);

const movedRow = ({ domain, failures: count, route }: RouteOfGroup): RouteNotes["rows"][number] => ({
  domain,
  failures: count,
  words: (route?.found ?? []).map(found => sentence(wordReason(found))).join(" "),
  href: route === null ? null : `/scans/${route.scanId}`,
});

/** A domain without a scan is only counted. */
function undecidedRow(
  { domain, failures: count }: RouteOfGroup,
  scans: readonly ScanOfDomain[],
): readonly RouteNotes["rows"][number][] {
  const scan = scanOf(domain, scans);
  return scan === undefined
    ? []
    : [
        {
          domain,
          failures: count,
          words: WAITING[scan.status],
          href: scan.scanId === null ? null : `/scans/${scan.scanId}`,
        },
      ];
}

const WAITING: Readonly<Record<ScanOfDomain["status"], string>> = {
  waiting: "Waits to be measured.",
  running: "Being measured.",
  done: "Measured, but nobody could tell where its mail goes: DNS did not answer.",
  failed: "The measurement failed; ask for it again.",
  refused: "Could not be measured; ask for it again.",
  deleted: "Measured, but the scan has been deleted since.",
};

function failures(routes: Routes): string {
  const count = routes.reduce((sum, one) => sum + one.failures, 0);
  return `${number(count)} ${count === 1 ? "failure" : "failures"}`;
}

function domains(routes: Routes): string {
  const count = new Set(routes.map(({ domain }) => domain)).size;
  return `${number(count)} ${count === 1 ? "domain" : "domains"}`;
}
