/** "26 November 2026, 01:45 UTC". */
export const dayAndMinute = (at: Date): string => `${DAY.format(at)}, ${MINUTE.format(at)} UTC`;

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const MINUTE = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

/** The text, or so many characters of it and a sign that there is more. Never half a character. */
export function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}
