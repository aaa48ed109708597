/** "in 40 seconds", "in 12 minutes", "in 3 hours": rounded up, so that it is never too early. */
export const waitWords = (seconds: number): string => `in ${unitWords(seconds)}`;

/** "40 seconds", "12 minutes", "3 hours": rounded up. */
export function unitWords(seconds: number): string {
  if (seconds < 90) return plural(Math.ceil(seconds), "second");
  if (seconds < 90 * 60) return plural(Math.ceil(seconds / 60), "minute");
  return plural(Math.ceil(seconds / 3_600), "hour");
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;
