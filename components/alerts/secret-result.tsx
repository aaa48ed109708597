import { CopyButton } from "../ui/copy-button.tsx";

/** The secret of a webhook, shown this once, and what it is for. */
export const SecretResult = ({ secret, url }: { secret: string; url: string }) => (
  <div role="status" className="mt-4 w-full animate-arrive">
    <p className="text-ink-2">
      Messages to <span className="font-mono text-13 break-all text-ink">{url}</span> are signed with this
      secret from now on. It is shown only now; a new one can be made at any time.
    </p>
    <div className="mt-3 flex items-center gap-2 rounded-lg border border-hairline bg-raised py-1.5 pr-1.5 pl-4">
      <code className="min-w-0 grow text-15 break-all">{secret}</code>
      <CopyButton text={secret} label="Copy secret" wide />
    </div>
    <p className="mt-3 text-13 text-ink-2">
      Each message carries <code>Mailtriage-Signature: t=…,v1=…</code>. Its v1 is the HMAC-SHA256, in hex, of{" "}
      <code>t</code>, a full stop and the body. Refuse what does not match or is older than five minutes.{" "}
      <a href="/docs/webhooks#genuine" className="prose-link">
        A verifier to copy
      </a>
    </p>
  </div>
);
