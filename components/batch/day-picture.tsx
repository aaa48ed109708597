import type { Fate } from "#lib/bounce/batch/batch-item.ts";
import type { DayChart, DayColumn } from "#lib/web/batch-view/batch-view.ts";
import { thousands } from "../report/format.ts";
import { Picture } from "../report/picture.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { FATE_FILL, FateMark } from "./fate-mark.tsx";

/** Failures over time, stacked by what they mean for their addresses; the same as a table below. */
export function DayPicture({ chart }: { chart: DayChart }) {
  const { columns, most, unit, undated } = chart;
  const [first, last] = [columns[0]?.label ?? "", columns.at(-1)?.label ?? ""];
  return (
    <section aria-labelledby="days" className="mt-16">
      <h2 id="days" className="text-21">
        When they failed
      </h2>
      <Picture
        title={`Failures each ${unit}`}
        figure={<span className="text-ink-3">most: {thousands(most)}</span>}
      >
        <svg
          viewBox={`0 0 ${columns.length * COLUMN} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`Failures each ${unit} from ${first} to ${last}; the table below says the same`}
          className="block h-36 w-full"
        >
          {FATES.map(fate => (
            <path key={fate} d={barsOf(columns, fate, most)} className={FATE_FILL[fate]} />
          ))}
        </svg>
        <p className="mt-1.5 flex justify-between gap-4 border-t border-hairline pt-1 text-13 text-ink-3">
          <span>{first}</span>
          {columns.length > 1 ? <span>{last}</span> : null}
        </p>
        <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-13">
          {FATES.filter(fate => columns.some(({ parts }) => parts.some(part => part.fate === fate))).map(
            fate => (
              <li key={fate} className="inline-flex items-baseline gap-1.5">
                <FateMark fate={fate} />
                {WORDS[fate]}
              </li>
            ),
          )}
        </ul>
        {undated === 0 ? null : (
          <p className="mt-2 text-13 text-ink-3">{thousands(undated)} failures name no time.</p>
        )}
        <Disclosure summary="As a table" className="mt-4">
          <DayTable columns={columns} unit={unit} />
        </Disclosure>
      </Picture>
    </section>
  );
}

const FATES: readonly Fate[] = ["remove", "undecided", "ask", "repair", "retry", "reached"];
const WORDS: Readonly<Record<Fate, string>> = {
  remove: "address gone",
  undecided: "undecided",
  ask: "unclear",
  repair: "until it is put right",
  retry: "for the moment",
  reached: "reached since",
};

/** Units of the drawing; it is stretched to the width of the page. */
const COLUMN = 10;
const BAR = 8;
const HEIGHT = 100;

/** All bars of one fate as one path, each standing on the ones before it. */
const barsOf = (columns: readonly DayColumn[], fate: Fate, most: number): string =>
  columns
    .flatMap(({ parts }, at) => {
      const place = parts.findIndex(part => part.fate === fate);
      if (place === -1) return [];
      const below = parts.slice(0, place).reduce((sum, { failures }) => sum + failures, 0);
      const own = parts[place]?.failures ?? 0;
      const top = HEIGHT - scaled(below + own, most);
      return [`M${at * COLUMN + 1} ${top}h${BAR}v${scaled(own, most)}h-${BAR}z`];
    })
    .join("");

const scaled = (failures: number, most: number): number => Math.round((failures / most) * HEIGHT * 10) / 10;

const DayTable = ({ columns, unit }: Pick<DayChart, "columns" | "unit">) => (
  <DataTable caption={`Failures each ${unit}`}>
    <thead>
      <tr>
        <th scope="col">{unit === "day" ? "Day" : unit === "week" ? "Week" : "Month"}</th>
        <th scope="col">Failures</th>
        {FATES.map(fate => (
          <th key={fate} scope="col">
            {WORDS[fate]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {columns.map(({ label, failures, parts, href }) => (
        <tr key={label}>
          <th scope="row">
            {href === null ? (
              label
            ) : (
              <a href={href} className="prose-link">
                {label}
              </a>
            )}
          </th>
          <td>{thousands(failures)}</td>
          {FATES.map(fate => (
            <td key={fate}>{thousands(parts.find(part => part.fate === fate)?.failures ?? 0)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </DataTable>
);
