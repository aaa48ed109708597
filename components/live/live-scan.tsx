"use client";

import { useRouter } from "next/navigation";
import { useEffect, useReducer } from "react";
import type { LiveNews } from "#lib/web/live-news.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { Progress } from "../ui/progress.tsx";
import { Elapsed } from "./elapsed.tsx";
import { type LiveCheck, LiveRows } from "./live-rows.tsx";
import { afterNews, type LiveState, NOTHING_YET } from "./live-state.ts";

interface LiveScanProps {
  readonly id: string;
  readonly checks: readonly LiveCheck[];
}

/** After an answer that was no stream, such as that of a server which is being started anew. */
const AGAIN_MS = 2_000;

/**
 * Follows a scan: everything told so far, then what comes. A lost connection is taken up again where it broke off. At
 * the end the server renders the report in place.
 */
export function LiveScan({ id, checks }: LiveScanProps) {
  const router = useRouter();
  const [state, tell] = useReducer(afterNews, NOTHING_YET);
  useEffect(() => {
    let source: EventSource;
    let timer = 0;
    const follow = () => {
      source = new EventSource(`/scans/${id}/events`);
      source.addEventListener("message", event => {
        // Written by our own server: lib/web/scan-news-stream.ts.
        const news = JSON.parse(String(event.data)) as LiveNews;
        tell(news);
        if (news.type !== "ended") return;
        source.close();
        router.refresh();
      });
      source.addEventListener("error", () => {
        // The browser connects again by itself, but for answers that it takes as final.
        if (source.readyState === EventSource.CLOSED) timer = window.setTimeout(follow, AGAIN_MS);
      });
    };
    follow();
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [id, router]);
  const done = state.ended ? checks.length : state.rows.length;
  return (
    <div className="mt-8">
      <Progress label="Checks finished" done={done} of={checks.length} />
      <p className="mt-3 flex flex-wrap justify-between gap-x-6 text-13 text-ink-3 tabular-nums">
        <span className="min-w-0 truncate">
          <Doing state={state} />
        </span>
        <span>
          {done} of {checks.length} checks, {state.lookups} lookups
          <Elapsed since={state.begunAt} />
        </span>
      </p>
      <LiveRows checks={checks} rows={state.rows} />
    </div>
  );
}

function Doing({ state }: { state: LiveState }) {
  if (state.ended) return "Done, the report is coming";
  if (state.begunAt === null) return "Waiting for a worker";
  if (state.asking === null) return "Asking";
  return (
    <>
      Last answer: <ForeignText text={state.asking} />
    </>
  );
}
