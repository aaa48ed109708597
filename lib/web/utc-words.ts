/** "25 November 2026". */
export const utcDate = (iso: string): string => DATE.format(new Date(iso));

/** "25 November 2026, 22:14 UTC". */
export const utcMinute = (iso: string): string => `${utcDate(iso)}, ${TIME.format(new Date(iso))} UTC`;

const DATE = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

/** "22:14 UTC". */
export const utcTime = (iso: string): string => `${TIME.format(new Date(iso))} UTC`;
