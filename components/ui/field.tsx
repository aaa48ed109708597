import { cn } from "./class-names.ts";

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: React.ReactNode;
}

/** Label, hint and error around one control; give the control the same id and what `describing` gives. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-13 text-ink-3">
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p id={`${id}-error`} role="alert" className="text-13 font-medium text-fail">
          {error}
        </p>
      )}
    </div>
  );
}

type Description = Pick<FieldProps, "id" | "hint" | "error">;

/** What ties a control to its hint and its error, for the eyes and for screen readers. */
export function describing({ id, hint, error }: Description) {
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return {
    "aria-invalid": error === undefined ? undefined : true,
    "aria-describedby": ids.length === 0 ? undefined : ids.join(" "),
  } as const;
}

type TextFieldProps = Omit<FieldProps, "children"> & Omit<React.ComponentProps<"input">, "id">;

/** One line of text with its label, hint and error. */
export const TextField = ({ id, label, hint, error, ...input }: TextFieldProps) => (
  <Field id={id} label={label} hint={hint} error={error}>
    <TextInput id={id} {...describing({ id, hint, error })} {...input} />
  </Field>
);

const CONTROL =
  "w-full rounded-md border border-edge bg-raised px-3 text-15 text-ink placeholder:text-ink-3 aria-invalid:border-fail";

export const TextArea = ({ className, ...rest }: React.ComponentProps<"textarea">) => (
  <textarea className={cn(CONTROL, "py-2 leading-normal", className)} {...rest} />
);

export const Select = ({ className, ...rest }: React.ComponentProps<"select">) => (
  <select className={cn(CONTROL, "h-10", className)} {...rest} />
);

export const TextInput = ({ className, ...rest }: React.ComponentProps<"input">) => (
  <input className={cn(CONTROL, "h-10", className)} {...rest} />
);
