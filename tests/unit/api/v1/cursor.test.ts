import { expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "#lib/api/v1/cursor.ts";

test("a place comes back as it went", () => {
  const place = { at: new Date("2026-11-25T22:14:07.120Z"), id: "5c0rTzBq1WmXv8KdYh2LpN" };
  expect(decodeCursor(encodeCursor(place))).toEqual(place);
});

test.each(["", "x", "MTIz", Buffer.from("12 short").toString("base64url"), "'; DROP TABLE scans; --"])(
  "%j is no cursor",
  text => {
    expect(decodeCursor(text)).toBeNull();
  },
);
