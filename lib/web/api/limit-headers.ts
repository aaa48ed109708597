import type { Standing } from "#lib/services/limits/standing.ts";

/**
 * What is left, as structured fields (draft-ietf-httpapi-ratelimit-headers-10): q within w seconds, r left, all of
 * it again in t seconds.
 */
export function limitHeaders(standings: readonly Standing[]): Readonly<Record<string, string>> {
  if (standings.length === 0) return {};
  return {
    "ratelimit-policy": standings
      .map(({ name, quota, windowSeconds }) => `"${name}";q=${quota};w=${windowSeconds}`)
      .join(", "),
    ratelimit: standings
      .map(({ name, remaining, secondsUntilFull }) => `"${name}";r=${remaining};t=${secondsUntilFull}`)
      .join(", "),
  };
}
