"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const FIRST_MS = 2_000;
const LONGEST_MS = 30_000;

/**
 * Brings the page up to date as long as something on it is under way, at first often and then less so. What was
 * typed stays.
 */
export function FreshWhile({ running }: { running: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!running) return;
    let pause = FIRST_MS;
    let timer = setTimeout(refresh, pause);
    function refresh() {
      router.refresh();
      pause = Math.min(LONGEST_MS, pause * 1.3);
      timer = setTimeout(refresh, pause);
    }
    return () => clearTimeout(timer);
  }, [running, router]);
  return null;
}
