import { INTERVALS } from "#lib/services/monitors/policy.ts";

const WORDS: Readonly<Record<(typeof INTERVALS)[number], string>> = {
  3600: "every hour",
  21600: "every six hours",
  43200: "twice a day",
  86400: "once a day",
  604800: "once a week",
};

export interface IntervalChoice {
  readonly seconds: number;
  readonly words: string;
}

/** How often a domain may be looked at, as a form offers it. */
export const INTERVAL_CHOICES: readonly IntervalChoice[] = INTERVALS.map(seconds => ({
  seconds,
  words: WORDS[seconds],
}));

/** "once a day". */
export const intervalWords = (seconds: number): string =>
  INTERVAL_CHOICES.find(choice => choice.seconds === seconds)?.words ?? `every ${seconds} seconds`;
