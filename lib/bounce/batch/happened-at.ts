import { DAY_MS } from "#lib/values/duration.ts";
import type { BounceReading } from "../failure.ts";

/**
 * When a failure happened, as far as its report tells: the stamp of a log line or row, the time of an event, the last
 * attempt of a delivery report, else the date of the mail. Stamps without a zone are taken for UTC, those without a
 * year for the last time that day was. Null where no time is named, or one that cannot be.
 */
export function happenedAt(
  { text, message }: Pick<BounceReading, "text" | "message">,
  receivedAt: Date,
): Date | null {
  const head = text.slice(0, LOOK_AT);
  const stated =
    stampOfLine(head, receivedAt) ??
    mailDate(/\n(?:last-attempt-date|arrival-date):([^\n]{8,80})/i.exec(`\n${text}`)?.[1] ?? null) ??
    mailDate(message.date) ??
    isoDate(head) ??
    epochField(head);
  if (stated === null) return null;
  const at = stated.getTime();
  return at >= OLDEST && at <= receivedAt.getTime() + CLOCKS_DIFFER_MS ? stated : null;
}

const LOOK_AT = 8000;
/** SMTP is not older (RFC 821). */
const OLDEST = Date.UTC(1982, 7, 1);
const CLOCKS_DIFFER_MS = 2 * DAY_MS;

/** What mail logs begin a line with. */
function stampOfLine(line: string, receivedAt: Date): Date | null {
  const syslog = /^\s{0,4}(?:<\d{1,3}>)?([A-Z][a-z]{2}) ([ \d]?\d) (\d\d):(\d\d):(\d\d)/.exec(line);
  if (syslog !== null) return lastTime(syslog, receivedAt);
  const tai = /^@4([0-9a-f]{15})[0-9a-f]{8}/.exec(line)?.[1];
  // TAI64: seconds since 1970 on a scale that is ahead of UTC by 10 s then and 37 s since 2017.
  if (tai !== undefined) return new Date((Number.parseInt(tai, 16) - 37) * 1000);
  const seconds = /^(\d{10})\.\d{3,9}\b/.exec(line)?.[1];
  if (seconds !== undefined) return new Date(Number(seconds) * 1000);
  return /^\s{0,4}(?:<\d{1,3}>)?\d{4}-\d\d-\d\d/.test(line) ? isoDate(line) : null;
}

/** RFC 3164 names no year: the latest one in which that moment is not in the future. */
function lastTime([, month = "", ...numbers]: RegExpExecArray, receivedAt: Date): Date | null {
  const at = MONTHS.indexOf(month.toLowerCase());
  if (at === -1) return null;
  const [day = 0, hour = 0, minute = 0, second = 0] = numbers.map(Number);
  const inYear = (year: number) => new Date(Date.UTC(year, at, day, hour, minute, second));
  const thisYear = inYear(receivedAt.getUTCFullYear());
  return thisYear.getTime() <= receivedAt.getTime() + CLOCKS_DIFFER_MS
    ? thisYear
    : inYear(receivedAt.getUTCFullYear() - 1);
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The first ISO 8601 or RFC 3339 time in a text. */
function isoDate(text: string): Date | null {
  const found =
    /\b(\d{4}-\d\d-\d\d)(?:[T ]{1,2}(\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?)?/.exec(text);
  if (found === null) return null;
  const [, day = "", time = "00:00", zone = "Z"] = found;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  return valid(new Date(`${day}T${time.replace(",", ".").replace(/(\.\d{3})\d+/, "$1")}${offset}`));
}

/** RFC 5322 3.3, without the comment that may follow. */
const mailDate = (text: string | null): Date | null =>
  text === null ? null : valid(new Date(text.replace(/\([^)]{0,60}\)/g, "").trim()));

/** Events of sending services give seconds since 1970. */
function epochField(text: string): Date | null {
  const seconds =
    /(?:^|\n)(?:[\w.]{1,60}\.)?(?:timestamp|ts|time|event_time|bounce_time)"?\s{0,2}[:=]\s{0,2}"?(1\d{9})(?:\d{3})?\b/i.exec(
      text,
    )?.[1];
  return seconds === undefined ? null : new Date(Number(seconds) * 1000);
}

const valid = (date: Date): Date | null => (Number.isNaN(date.getTime()) ? null : date);
