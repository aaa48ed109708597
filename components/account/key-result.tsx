import type { FormFields } from "#lib/web/form-action.ts";
import { CopyButton } from "../ui/copy-button.tsx";

/** The new key, shown this once, and a first call to try it with. */
export function KeyResult({ result, site }: { result: FormFields; site: string }) {
  const { secret = "" } = result;
  const call = `curl ${site}/api/v1/me -H "Authorization: Bearer ${secret}"`;
  return (
    <div role="status" className="mt-4 animate-arrive">
      <p className="text-ink-2">
        This is the key. It is shown only now: we keep no copy that could be read again. Store it where your
        program reads its secrets.
      </p>
      <div className="mt-4 flex items-center gap-2 rounded-lg border border-hairline bg-raised py-1.5 pr-1.5 pl-4">
        <code className="min-w-0 grow text-15 break-all">{secret}</code>
        <CopyButton text={secret} label="Copy key" wide />
      </div>
      <p className="mt-6 text-ink-2">To try it:</p>
      <div className="mt-2 flex items-start gap-2 rounded-lg border border-hairline bg-raised py-1.5 pr-1.5 pl-4">
        <pre tabIndex={0} className="min-w-0 grow overflow-x-auto py-2 text-13">
          {call}
        </pre>
        <CopyButton text={call} label="Copy call" />
      </div>
      <p className="mt-6">
        <a href="/account/keys" className="prose-link">
          Make another key
        </a>
      </p>
    </div>
  );
}
