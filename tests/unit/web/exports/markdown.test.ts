import { describe, expect, test } from "vitest";
import { markdownCode, markdownText } from "#lib/web/exports/markdown.ts";

describe("markdownText", () => {
  test.each([
    ["HTML", "<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"],
    ["links and pictures", "![a](b) [c](d)", "\\!\\[a\\](b) \\[c\\](d)"],
    ["emphasis and code", "*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"],
    ["table cells", "a|b", "a\\|b"],
    ["addresses that would become links", "https://evil.example", "https\\://evil.example"],
    ["bare www", "www.evil.example", "www\\.evil.example"],
    ["mail addresses", "a@b.example", "a\\@b.example"],
    ["headings", "# a", "\\# a"],
    ["lists", "- a", "\\- a"],
    ["numbered lists", "1. a", "1\\. a"],
    ["several lines", "a\n\n# b", "a \\# b"],
    ["hidden characters", "a\u202Eb", "a⟨U+202E⟩b"],
  ])("%s stay text", (_name, text, safe) => {
    expect(markdownText(text)).toBe(safe);
  });
});

describe("markdownCode", () => {
  test.each([
    ["plain", "v=spf1 -all", "`v=spf1 -all`"],
    ["with backticks inside", "a`b``c", "```a`b``c```"],
    ["with a backtick at the edge", "`a", "`` `a ``"],
    ["empty", "", "`  `"],
  ])("%s", (_name, text, code) => {
    expect(markdownCode(text)).toBe(code);
  });
});
