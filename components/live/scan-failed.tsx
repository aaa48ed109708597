import type { FormAction } from "#lib/web/form-action.ts";
import { ScanButton } from "../forms/scan-button.tsx";

/** A scan that was begun and could not be brought to an end. */
export function ScanFailed({ domain, action }: { domain: string; action: FormAction }) {
  return (
    <article className="pt-8 sm:pt-12">
      <p className="font-mono text-15 break-all text-ink-2">{domain}</p>
      <h1 className="mt-3 text-28 tracking-[-0.022em] sm:text-40">This scan did not finish</h1>
      <p className="mt-4 max-w-[62ch] text-17 text-ink-2">
        Something went wrong on our side, several times. It says nothing about {domain}, and nothing was
        judged. The fault has been recorded.
      </p>
      <div className="mt-6">
        <ScanButton action={action} fields={{ text: domain }}>
          Scan {domain} again
        </ScanButton>
      </div>
    </article>
  );
}
