import type { Metadata } from "next";
import { Suspense } from "react";
import { TriageBox } from "#components/forms/triage-box.tsx";
import { ReportPicture } from "#components/home/report-picture.tsx";
import { Samples } from "#components/home/samples.tsx";
import { exampleReport } from "#lib/web/example-report.ts";
import { triageAction } from "./actions.ts";
import { SAMPLE_BOUNCES, SAMPLE_DOMAINS } from "./samples.ts";

export const metadata: Metadata = { alternates: { canonical: "/" } };

export default function HomePage() {
  return (
    <div className="pt-14 sm:pt-24">
      <h1 className="text-28 tracking-[-0.025em] sm:text-40">
        Paste a bounce. <span className="text-ink-3">Or enter a domain.</span>
      </h1>
      <p className="mt-3 max-w-[58ch] text-17 text-ink-2">
        Read whose fault it is, the evidence for it, and exactly what each side has to do.
      </p>
      <div className="mt-9 max-w-3xl">
        <TriageBox action={triageAction} />
        <div className="mt-6 grid gap-8 px-1 sm:grid-cols-2">
          <Samples title="Sample bounces" samples={SAMPLE_BOUNCES} action={triageAction} />
          <Samples title="Sample domains" samples={SAMPLE_DOMAINS} action={triageAction} />
        </div>
      </div>
      <Suspense>
        <Example />
      </Suspense>
    </div>
  );
}

async function Example() {
  const scan = await exampleReport();
  return scan === null ? null : <ReportPicture scan={scan} />;
}
