import { ForeignText } from "../ui/foreign-text.tsx";
import { type BatchStep, LiveBatch } from "./live-batch.tsx";

interface BatchRunningProps {
  readonly id: string;
  readonly name: string;
  /** Where it stood when the page was made. */
  readonly step: BatchStep;
}

/** A batch that is still read. Without JavaScript the page loads itself again until it is done. */
export const BatchRunning = ({ id, name, step }: BatchRunningProps) => (
  <article className="pt-8 sm:pt-12">
    <noscript>
      <meta httpEquiv="refresh" content="2" />
    </noscript>
    <p className="font-mono text-15 break-all text-ink-2">
      <ForeignText text={name} />
    </p>
    <h1 className="mt-3 text-28 tracking-[-0.022em] sm:text-40">Reading the failures</h1>
    <p className="mt-4 max-w-[62ch] text-17 text-ink-2">
      Ten thousand take some seconds. You can leave and come back: this address keeps the result, for you
      alone.
    </p>
    <LiveBatch id={id} start={step} />
  </article>
);
