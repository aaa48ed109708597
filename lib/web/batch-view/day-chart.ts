import { FATES } from "#lib/bounce/batch/batch-item.ts";
import type { DayCount } from "#lib/services/batches/summarise.ts";
import { DAY_MS } from "#lib/values/duration.ts";
import type { DayChart } from "./batch-view.ts";

/** More columns than this cannot be told apart. */
const MOST_COLUMNS = 62;

/** Failures over time, without gaps, in the smallest unit that fits; null where no failure names a time. */
export function dayChart(
  days: readonly DayCount[],
  { undated, hrefOf }: { readonly undated: number; readonly hrefOf: (day: string) => string },
): DayChart | null {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return null;
  const span = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  const unit = span <= MOST_COLUMNS ? "day" : span <= MOST_COLUMNS * 7 ? "week" : "month";
  const counted = Map.groupBy(days, ({ day }) => START_OF[unit](day));
  const columns = startsBetween(START_OF[unit](first), last, unit).map(start => {
    const own = counted.get(start) ?? [];
    const parts = FATES.map(fate => ({
      fate,
      failures: own.filter(one => one.fate === fate).reduce((sum, { failures }) => sum + failures, 0),
    })).filter(({ failures }) => failures > 0);
    return {
      label: LABEL[unit](start),
      failures: parts.reduce((sum, { failures }) => sum + failures, 0),
      parts,
      href: unit === "day" && parts.length > 0 ? hrefOf(start) : null,
    };
  });
  return { unit, columns, most: Math.max(...columns.map(({ failures }) => failures)), undated };
}

type Unit = DayChart["unit"];

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The first day of the unit that a day lies in; weeks begin on Monday (ISO 8601). */
const START_OF: Readonly<Record<Unit, (day: string) => string>> = {
  day: day => day,
  week: day => iso(Date.parse(day) - ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS),
  month: day => `${day.slice(0, 7)}-01`,
};

function startsBetween(first: string, last: string, unit: Unit): readonly string[] {
  const starts: string[] = [];
  for (let start = first; start <= last; start = next(start, unit)) starts.push(start);
  return starts;
}

function next(start: string, unit: Unit): string {
  if (unit !== "month") return iso(Date.parse(start) + (unit === "day" ? 1 : 7) * DAY_MS);
  const [year = 0, month = 0] = start.split("-").map(Number);
  return iso(Date.UTC(year, month, 1));
}

const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

const LABEL: Readonly<Record<Unit, (start: string) => string>> = {
  day: start => SHORT.format(new Date(start)),
  week: start => `week of ${SHORT.format(new Date(start))}`,
  month: start => MONTH.format(new Date(start)),
};
