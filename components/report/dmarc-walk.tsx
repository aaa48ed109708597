import type { DmarcStep, DmarcWalkPicture } from "#lib/scan/pictures/dmarc-walk.ts";
import { cn } from "../ui/class-names.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { StatusGlyph } from "../ui/status.tsx";
import { Picture } from "./picture.tsx";

/** A staircase of the names at which receivers look for a DMARC policy, with the one that decides. */
export function DmarcWalk({ dmarc }: { dmarc: DmarcWalkPicture }) {
  return (
    <Picture title="DMARC: where receivers look for the policy">
      <Stair steps={dmarc.steps} />
      <p className="mt-3 max-w-[68ch] text-ink-2">
        <ForeignText text={dmarc.conclusion} />
      </p>
    </Picture>
  );
}

/** One step inside the other, so that every one stands further right without inline styles. */
function Stair({ steps }: { steps: readonly DmarcStep[] }) {
  const [step, ...rest] = steps;
  if (step === undefined) return null;
  return (
    <ol>
      <li>
        <StepLine step={step} />
        {rest.length === 0 ? null : (
          <div className="dmarc-stair">
            <Stair steps={rest} />
          </div>
        )}
      </li>
    </ol>
  );
}

const STATUS = {
  record: "pass",
  unusable: "fail",
  absent: "not-applicable",
  failed: "inconclusive",
} as const;

function StepLine({ step }: { step: DmarcStep }) {
  return (
    <div className={cn("rounded-md px-2 py-1.5", step.decides && "bg-accent-soft")}>
      <p className="flex flex-wrap items-center gap-x-2.5">
        <StatusGlyph status={STATUS[step.result]} />
        <code className="min-w-0 break-all">
          <ForeignText text={step.name} />
        </code>
        {step.decides ? <span className="text-13 font-medium text-accent">this one decides</span> : null}
      </p>
      <p
        className={cn(
          "pl-6.5 text-13 text-ink-2",
          (step.result === "record" || step.result === "unusable") && "font-mono break-all",
          step.result === "failed" && "text-unknown",
        )}
      >
        <ForeignText text={step.text} />
      </p>
    </div>
  );
}
