import type { FormFields } from "#lib/web/form-action.ts";
import { dateOnly } from "../report/format.ts";
import { CopyButton } from "../ui/copy-button.tsx";

/** The new link, shown this once, and a message to send it with. */
export function ShareResult({ result }: { result: FormFields }) {
  const { url = "", text = "", expires = "" } = result;
  return (
    <section aria-labelledby="new-link" className="mt-10 max-w-2xl animate-arrive">
      <h2 id="new-link" className="text-21">
        The link is ready
      </h2>
      <p className="mt-1 text-ink-2">
        It works until {dateOnly(expires)}. It is shown only now: we keep no copy that could be read again.
      </p>
      <div className="mt-4 flex items-center gap-2 rounded-lg border border-hairline bg-raised py-1.5 pr-1.5 pl-4">
        <code className="min-w-0 grow text-15 break-all">{url}</code>
        <CopyButton text={url} label="Copy link" wide />
      </div>
      <div className="mt-8 flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-17">A message to send with it</h3>
        <CopyButton text={text} label="Copy message" wide />
      </div>
      <pre
        className="mt-3 max-h-96 overflow-y-auto rounded-lg border border-hairline bg-raised p-4 font-sans text-15 break-words whitespace-pre-wrap"
        tabIndex={0}
      >
        {text}
      </pre>
    </section>
  );
}
