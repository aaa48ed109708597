"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { BatchNews } from "#lib/services/batches/follow.ts";
import { thousands } from "../report/format.ts";
import { Progress } from "../ui/progress.tsx";

export type BatchStep = Exclude<BatchNews, { readonly type: "ended" }>;

/** Follows a batch while it is read. At the end the server renders the report in place. */
export function LiveBatch({ id, start }: { id: string; start: BatchStep }) {
  const router = useRouter();
  const [step, setStep] = useState(start);
  useEffect(() => {
    const source = new EventSource(`/batches/${id}/events`);
    source.addEventListener("message", event => {
      // Written by our own server: app/batches/[id]/events/route.ts.
      const news = JSON.parse(String(event.data)) as BatchNews;
      if (news.type !== "ended") return setStep(news);
      source.close();
      router.refresh();
    });
    return () => source.close();
  }, [id, router]);
  const percent = step.type === "waiting" ? 0 : Math.floor(step.share * 100);
  return (
    <div className="mt-8">
      <Progress label="Read so far, in percent" done={percent} of={100} />
      <p className="mt-3 flex flex-wrap justify-between gap-x-6 text-13 text-ink-3 tabular-nums">
        <span>{step.type === "waiting" ? "Waiting for a worker" : `${percent} % read`}</span>
        {step.type === "waiting" ? null : <span>{thousands(step.failures)} failures so far</span>}
      </p>
    </div>
  );
}
