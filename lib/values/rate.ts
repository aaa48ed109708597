/** A token bucket: so much at once, and as much again, evenly, within the period. */
export interface Rate {
  readonly burst: number;
  readonly periodSeconds: number;
}

const PERIODS = { second: 1, minute: 60, hour: 3_600, day: 86_400 } as const;

/** Reads "120/hour", "10/minute", "1000/day", or "off" (null). Undefined for anything else. */
export function parseRate(text: string): Rate | null | undefined {
  if (text === "off") return null;
  const [, count = "", period = ""] = /^([1-9]\d{0,6})\/(second|minute|hour|day)$/u.exec(text) ?? [];
  const seconds = Object.entries(PERIODS).find(([name]) => name === period)?.[1];
  return seconds === undefined ? undefined : { burst: Number(count), periodSeconds: seconds };
}

/** "120 an hour", for people. */
export function rateWords({ burst, periodSeconds }: Rate): string {
  const [name = "hour"] = Object.entries(PERIODS).find(([, seconds]) => seconds === periodSeconds) ?? [];
  return `${burst} ${name === "hour" ? "an" : "a"} ${name}`;
}
