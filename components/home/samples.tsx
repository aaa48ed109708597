import type { FormAction } from "#lib/web/form-action.ts";
import { ScanButton } from "../forms/scan-button.tsx";

export interface Sample {
  /** Sent as if it had been put into the box. */
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
  /** What it shows. */
  readonly about: string;
}

interface SamplesProps {
  readonly action: FormAction;
  readonly title: string;
  readonly samples: readonly Sample[];
}

/** Three quiet links to something real to look at. They work without any network. */
export function Samples({ action, title, samples }: SamplesProps) {
  return (
    <section className="min-w-0">
      <h2 className="text-13 font-medium tracking-normal text-ink-3">{title}</h2>
      <ul className="mt-2 grid gap-2">
        {samples.map(sample => (
          <li key={sample.label}>
            <ScanButton action={action} fields={sample.fields}>
              {sample.label}
            </ScanButton>
            <span className="block text-13 text-ink-2">{sample.about}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
