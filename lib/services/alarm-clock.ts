import type { Clock } from "#lib/values/clock.ts";

/** Wake-up calls may be lost; then this is how late a follower hears. */
const LOOK_AGAIN_MS = 2_000;

/** Lets a follower sleep between two pieces of news. */
export interface AlarmClock {
  ring(): void;
  /** Sleeps until rung, until it is time to look again, or until the signal aborts; a ring is never missed. */
  next(): Promise<void>;
}

export function alarmClock({ clock }: { readonly clock: Clock }, signal: AbortSignal): AlarmClock {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async next(): Promise<void> {
      if (!rung) {
        const woken = new AbortController();
        wake = () => woken.abort();
        await clock.sleep(LOOK_AGAIN_MS, AbortSignal.any([woken.signal, signal]));
        wake = null;
      }
      rung = false;
    },
  };
}
