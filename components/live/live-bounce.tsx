"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { BounceNews } from "#lib/services/bounces/follow.ts";

/** Follows a bounce: whenever something about it has moved, the server renders the page anew in place. */
export function LiveBounce({ id }: { id: string }) {
  const router = useRouter();
  useEffect(() => {
    let begun = false;
    const source = new EventSource(`/bounces/${id}/events`);
    source.addEventListener("message", event => {
      // Written by our own server: app/bounces/[id]/events/route.ts.
      const news = JSON.parse(String(event.data)) as BounceNews;
      if (news.type === "ended") source.close();
      // The first piece of news says what the page shows already.
      if (begun || news.type === "ended") router.refresh();
      begun = true;
    });
    return () => source.close();
  }, [id, router]);
  return null;
}
