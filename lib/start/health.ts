import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 100;
const REQUEST_MS = 5_000;

export type Health = { readonly green: true } | { readonly green: false; readonly reason: string };

/** Asks the health page until it is green, or tells what it last said when time is over. */
export async function untilGreen(url: string, withinMs: number, signal: AbortSignal): Promise<Health> {
  const deadline = performance.now() + withinMs;
  let last: Health = { green: false, reason: "no answer" };
  while (performance.now() < deadline && !signal.aborted) {
    last = await ask(url);
    if (last.green) return last;
    await sleep(POLL_MS, undefined, { signal }).catch(() => {});
  }
  return last;
}

async function ask(url: string): Promise<Health> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(REQUEST_MS) });
    const body = await response.text();
    return response.ok
      ? { green: true }
      : { green: false, reason: `${response.status} ${body.slice(0, 300)}` };
  } catch (error) {
    return { green: false, reason: error instanceof Error ? error.message : "no answer" };
  }
}
