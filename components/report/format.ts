/** "25 November 2026, 22:14 UTC"; a stored text that is no time is told as unknown. */
export const dateTime = (iso: string): string => {
  const at = new Date(iso);
  return isKnown(at) ? `${DATE.format(at)}, ${TIME.format(at)} UTC` : "an unknown time";
};

/** "25 November 2026". */
export const dateOnly = (iso: string): string => {
  const at = new Date(iso);
  return isKnown(at) ? DATE.format(at) : "an unknown day";
};

/** "25 Nov". */
export const dayMonth = (iso: string): string => {
  const at = new Date(iso);
  return isKnown(at) ? DAY.format(at) : "?";
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
export const thousands = (n: number): string => THOUSANDS.format(n);

const THOUSANDS = new Intl.NumberFormat("en");
const DATE = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
