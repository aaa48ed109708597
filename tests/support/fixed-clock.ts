import { type Clock, systemClock } from "#lib/values/clock.ts";

export interface MovedClock extends Clock {
  /** Moves time on. */
  pass(milliseconds: number): void;
}

/** A wall clock that stands at a moment until it is moved. Durations are real. */
export function fixedClock(start = new Date()): MovedClock {
  let now = start.getTime();
  return {
    ...systemClock,
    now: () => new Date(now),
    pass(milliseconds) {
      now += milliseconds;
    },
  };
}
