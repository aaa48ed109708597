import { describe, expect, test } from "vitest";
import { happenedAt } from "#lib/bounce/batch/happened-at.ts";
import { NOTHING_QUOTED } from "#lib/bounce/original/quoted-message.ts";

const RECEIVED = new Date("2026-01-10T12:00:00Z");

const at = (text: string, date: string | null = null, received = RECEIVED): string | null =>
  happenedAt({ text, message: { ...NOTHING_QUOTED, date } }, received)?.toISOString() ?? null;

describe("when a failure happened", () => {
  test.each([
    ["syslog, this year", "Jan  9 08:07:06 mail postfix/smtp[1]: x", "2026-01-09T08:07:06.000Z"],
    [
      "syslog, last year: nothing is logged in the future",
      "Nov 30 23:59:59 mail postfix/smtp[1]: x",
      "2025-11-30T23:59:59.000Z",
    ],
    ["syslog with priority", "<22>Jan  1 00:00:00 mail x", "2026-01-01T00:00:00.000Z"],
    [
      "RFC 5424 with offset",
      "2026-01-09T08:07:06.5+02:00 mail postfix/smtp[1]: x",
      "2026-01-09T06:07:06.500Z",
    ],
    ["Exim", "2026-01-09 08:07:06 1abc-00 ** a@b R=x: SMTP error", "2026-01-09T08:07:06.000Z"],
    ["Exim with zone", "2026-01-09 08:07:06 -0330 1abc-00 ** a@b", "2026-01-09T11:37:06.000Z"],
    [
      "multilog of qmail",
      "@40000000683ce0ff1a2b3c4d delivery 1: failure",
      new Date((0x683ce0ff - 37) * 1000).toISOString(),
    ],
    ["seconds", "1767945600.123456 delivery 1: failure", "2026-01-09T08:00:00.000Z"],
    ["a cell of a table", "a@b.example | 550 5.1.1 | 2026-01-09 08:07", "2026-01-09T08:07:00.000Z"],
    ["a cell with a day only", "a@b.example | 550 5.1.1 | 2026-01-09", "2026-01-09T00:00:00.000Z"],
    [
      "an event with seconds",
      "event: bounce\ntimestamp: 1767945600\nreason: 550",
      "2026-01-09T08:00:00.000Z",
    ],
    ["an event with milliseconds", "event.timestamp: 1767945600000", "2026-01-09T08:00:00.000Z"],
    [
      "the last attempt of a delivery report, in its zone",
      "Sorry.\n\nReporting-MTA: dns; a\nArrival-Date: Thu, 8 Jan 2026 10:00:00 +0100 (CET)\n",
      "2026-01-08T09:00:00.000Z",
    ],
  ])("%s", (_, text, expected) => {
    expect(at(text)).toBe(expected);
  });

  test("the date of the mail serves where the report names none", () => {
    expect(at("550 5.1.1 unknown", "Fri, 9 Jan 2026 08:07:06 -0800")).toBe("2026-01-09T16:07:06.000Z");
  });

  test("a stamp at the start of a line counts, not the session time within the reply", () => {
    expect(at("Jan  9 08:07:06 mail x (550 5.4.1 [H 2026-01-09T07:00:00.000Z 08D])")).toBe(
      "2026-01-09T08:07:06.000Z",
    );
  });

  test.each([
    ["no time", "550 5.1.1 unknown"],
    ["a time in the future", "2031-01-01 00:00:00 x"],
    ["a day that no calendar has", "2026-13-45 00:00:00 x"],
    ["a year before SMTP", "1970-01-01 00:00:00 x"],
    ["a number that is no time", "id: 1767945600"],
  ])("%s is no time", (_, text) => {
    expect(at(text)).toBeNull();
  });
});
