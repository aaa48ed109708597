import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slipsBetween } from "#lib/triage/edit-distance.ts";

describe("slips of the pen between two texts", () => {
  test.each([
    ["gmail.com", "gmail.com", 0],
    ["gmail.com", "gmal.com", 1],
    ["gmail.com", "gmaill.com", 1],
    ["gmail.com", "gnail.com", 1],
    ["gmail.com", "gmial.com", 1],
    ["gmail.com", "gmial.con", 2],
    ["", "ab", 2],
  ])("%s and %s: %d", (one, other, slips) => {
    expect(slipsBetween(one, other, 2)).toBe(slips);
  });

  test("more than is asked for is only said to be more", () => {
    expect(slipsBetween("hotmail.com", "gmail.com", 2)).toBe(3);
    expect(slipsBetween("a".repeat(300), "a".repeat(300), 2)).toBe(3);
  });

  test("the way back is as long as the way there", () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(slipsBetween(one, other, 3)).toBe(slipsBetween(other, one, 3));
      }),
    );
  });

  test("one letter more, anywhere, is one slip", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.nat(20),
        fc.string({ minLength: 1, maxLength: 1 }),
        (text, at, letter) => {
          const longer = text.slice(0, at) + letter + text.slice(at);
          expect(slipsBetween(text, longer, 2)).toBe(1);
        },
      ),
    );
  });
});
