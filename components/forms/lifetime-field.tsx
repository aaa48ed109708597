import { Field, Select } from "../ui/field.tsx";

interface LifetimeFieldProps {
  readonly id: string;
  readonly label: string;
  /** Empty days: without an end. */
  readonly choices: readonly { readonly days: string; readonly label: string }[];
  readonly preset: string;
}

/** For how long something that is handed out works. Sent as `days`. */
export const LifetimeField = ({ id, label, choices, preset }: LifetimeFieldProps) => (
  <Field id={id} label={label}>
    <Select id={id} name="days" defaultValue={preset}>
      {choices.map(choice => (
        <option key={choice.days} value={choice.days}>
          {choice.label}
        </option>
      ))}
    </Select>
  </Field>
);
