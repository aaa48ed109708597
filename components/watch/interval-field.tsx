import type { IntervalChoice } from "#lib/web/watch-view/interval-words.ts";
import { Field, Select } from "../ui/field.tsx";

interface IntervalFieldProps {
  readonly label: string;
  readonly intervals: readonly IntervalChoice[];
  readonly chosen: number;
}

/** How often domains are looked at. Sent as `interval`. */
export const IntervalField = ({ label, intervals, chosen }: IntervalFieldProps) => (
  <Field id="interval" label={label}>
    {/* A form that was sent shows what was chosen, not what it was built with. */}
    <Select key={chosen} id="interval" name="interval" defaultValue={chosen} className="w-56">
      {intervals.map(({ seconds, words }) => (
        <option key={seconds} value={seconds}>
          {words}
        </option>
      ))}
    </Select>
  </Field>
);
