import { Button } from "../ui/button.tsx";
import { Field, TextInput } from "../ui/field.tsx";

interface Props {
  readonly entry: string;
  readonly refusal: string | null;
}

/** Asks for one address or domain. A plain GET form: the answer has an address of its own. */
export function ListQuestion({ entry, refusal }: Props) {
  return (
    <form method="get" className="mt-8 max-w-xl">
      <Field id="entry" label="IP address or domain" error={refusal ?? undefined}>
        <div className="flex gap-2">
          <TextInput
            id="entry"
            name="entry"
            defaultValue={entry}
            required
            maxLength={253}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="font-mono"
            aria-invalid={refusal !== null}
            aria-describedby={refusal === null ? undefined : "entry-error"}
          />
          <Button type="submit" look="primary" className="shrink-0">
            Look up
          </Button>
        </div>
      </Field>
    </form>
  );
}
