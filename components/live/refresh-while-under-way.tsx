"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = 4_000;
/** A scan takes seconds; when nothing has come for so long, nobody waits any more. */
const AT_MOST_MS = 180_000;

/**
 * Renders the page anew now and then, as long as it stands on a page where something is still being measured.
 * `progress` is any number that changes when something has come.
 */
export function RefreshWhileUnderWay({ progress }: { progress: number }) {
  const router = useRouter();
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => {
      if (performance.now() - began > AT_MOST_MS) clearInterval(timer);
      else if (document.visibilityState === "visible") router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router, progress]);
  return (
    <p role="status" className="no-print mt-3 text-13 text-ink-3">
      Being measured. The numbers on this page follow as answers come; without scripts, load it again.
    </p>
  );
}
