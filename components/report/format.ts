/** "25 November 2026, 22:14 UTC"; a stored text that is no time is told as unknown. */
export const dateTime = (iso: string): string => {
  const at = new Date(iso);
  return isKnown(at) ? `${dateOf(at)}, ${timeOf(at)} UTC` : "an unknown time";
};

/** "25 November 2026". */
export const dateOnly = (iso: string): string => {
  const at = new Date(iso);
  return isKnown(at) ? dateOf(at) : "an unknown day";
};

/** "25 Nov". */
export const dayMonth = (iso: string): string => {
  const at = new Date(iso);
  return isKnown(at) ? `${at.getUTCDate()} ${monthOf(at).slice(0, 3)}` : "?";
};

const isKnown = (at: Date): boolean => !Number.isNaN(at.getTime());

/** "8.4 ms", "840 ms", and from a second on "1.24 s". */
export const duration = (ms: number): string =>
  ms < 1000
    ? `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`
    : `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;

/** "1 check", "2 checks". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** "12,400". */
export const thousands = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ",");

// By hand: the browser takes longer to make one formatter of Intl than to show everything else on a report.
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const monthOf = (at: Date): string => MONTHS[at.getUTCMonth()] ?? "";
const dateOf = (at: Date): string => `${at.getUTCDate()} ${monthOf(at)} ${at.getUTCFullYear()}`;
const timeOf = (at: Date): string => `${twoDigits(at.getUTCHours())}:${twoDigits(at.getUTCMinutes())}`;
const twoDigits = (n: number): string => String(n).padStart(2, "0");
