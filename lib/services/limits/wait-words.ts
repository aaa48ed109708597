/** "in 40 seconds", "in 12 minutes", "in 3 hours": rounded up, so that it is never too early. */
export function waitWords(seconds: number): string {
  if (seconds < 90) return `in ${plural(Math.ceil(seconds), "second")}`;
  if (seconds < 90 * 60) return `in ${plural(Math.ceil(seconds / 60), "minute")}`;
  return `in ${plural(Math.ceil(seconds / 3_600), "hour")}`;
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;
