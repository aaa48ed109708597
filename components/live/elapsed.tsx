"use client";

import { useEffect, useState } from "react";

const TICK_MS = 100;

/** Seconds since the worker began, counted in the browser. */
export function Elapsed({ since }: { since: number | null }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [since]);
  if (since === null || now === null) return null;
  return <>, {Math.max(0, (now - since) / 1000).toFixed(1)} s</>;
}
