import { expect, test } from "vitest";
import { writeLetter } from "#lib/mailer/write-letter.ts";

const letter = (text: string) =>
  writeLetter({
    to: "jane@example.com",
    subject: `About ${text}`,
    parts: [
      { part: "text", text },
      { part: "link", label: "Look", url: "https://mail.example.com/?a=1&b=2" },
      { part: "quote", text },
      { part: "note", text },
    ],
  });

test("plain text and HTML say the same", () => {
  const { text, html } = letter("the domain");
  expect(text).toBe("the domain\n\nLook:\nhttps://mail.example.com/?a=1&b=2\n\n> the domain\n\nthe domain\n");
  expect(html).toContain('href="https://mail.example.com/?a=1&amp;b=2"');
  expect(html.match(/the domain/g)).toHaveLength(3);
});

test.each([
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  "</blockquote><h1>",
  "&lt;b&gt;",
])("nothing in %s takes effect", hostile => {
  const { html } = letter(hostile);
  expect(html).not.toContain(hostile);
  expect(html).not.toMatch(/<(?:script|img|h1)/);
});

test("hidden characters are shown, and no header can be broken out of", () => {
  const { text, subject } = letter("a\u202Eb\r\nBcc: all@example.com");
  expect(text).toContain("U+202E");
  expect(subject).not.toMatch(/[\r\n]/);
});

test("foreign words are cut at 200 characters", () => {
  const { text } = writeLetter({
    to: "jane@example.com",
    subject: "s",
    parts: [{ part: "quote", text: "x".repeat(500) }],
  });
  expect(text).toBe(`> ${"x".repeat(200)} …\n`);
});
