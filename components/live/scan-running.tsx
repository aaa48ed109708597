import type { LiveCheck } from "./live-rows.tsx";
import { LiveScan } from "./live-scan.tsx";

interface ScanRunningProps {
  readonly id: string;
  readonly domain: string;
  readonly checks: readonly LiveCheck[];
  /** Said above the progress. */
  readonly children?: React.ReactNode;
}

/** A scan that is not finished. Without JavaScript the page loads itself again until it is. */
export function ScanRunning({ id, domain, checks, children }: ScanRunningProps) {
  return (
    <article className="pt-8 sm:pt-12">
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <p className="font-mono text-15 break-all text-ink-2">{domain}</p>
      <h1 className="mt-3 text-28 tracking-[-0.022em] sm:text-40">Asking DNS about {domain}</h1>
      <p className="mt-4 max-w-[62ch] text-17 text-ink-2">
        Usually done in a few seconds. You can leave and come back: this address keeps the report.
      </p>
      {children}
      <LiveScan id={id} checks={checks} />
    </article>
  );
}
