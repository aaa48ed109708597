import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visiblePieces, visibleText } from "#lib/values/visible-text.ts";

describe("visibleText", () => {
  test.each([
    ["plain", "v=spf1 -all", "v=spf1 -all"],
    ["accents and other scripts", "Grüße, 例え, مرحبا", "Grüße, 例え, مرحبا"],
    ["right-to-left override", "abc\u202Edef", "abc⟨U+202E⟩def"],
    ["isolates", "\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩"],
    ["zero width", "pay\u200Bpal", "pay⟨U+200B⟩pal"],
    ["no-break space", "a\u00A0b", "a⟨U+00A0⟩b"],
    ["soft hyphen and byte order mark", "\uFEFFa\u00ADb", "⟨U+FEFF⟩a⟨U+00AD⟩b"],
    ["control characters", "a\u0000b\u001B[31m", "a⟨U+0000⟩b⟨U+001B⟩[31m"],
    ["C1 control", "a\u0085b", "a⟨U+0085⟩b"],
    ["tag characters beyond the BMP", "a\u{E0041}", "a⟨U+E0041⟩"],
    ["lone surrogate", "a\uD800b", "a⟨U+D800⟩b"],
    ["Hangul filler", "a\u3164b", "a⟨U+3164⟩b"],
    ["line feed and tab", "a\n\tb", "a⟨U+000A⟩⟨U+0009⟩b"],
  ])("%s", (_name, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  test("keeps line ends of both kinds and tabs where lines are wanted, but no lone carriage return", () => {
    expect(visibleText("a\r\nb\n\tc\rd", { lines: true })).toBe("a\r\nb\n\tc⟨U+000D⟩d");
  });
});

describe("visiblePieces", () => {
  test("loses nothing and puts every hidden character into a piece of its own", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), text => {
        const pieces = visiblePieces(text);
        expect(pieces.map(piece => piece.text).join("")).toBe(text);
        for (const piece of pieces) {
          if (piece.code === null) expect(piece.text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
          else expect([...piece.text]).toHaveLength(1);
        }
      }),
    );
  });
});
