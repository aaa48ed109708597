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

test("a subject holds no encoded word that its reader would decode", () => {
  const { subject } = letter("=?utf-8?q?=0D=0ABcc:_x?=");
  expect(subject).not.toContain("=?");
});

test("items and headings read well without HTML, and are escaped in it", () => {
  const { text, html } = writeLetter({
    to: "jane@example.com",
    subject: "s",
    parts: [
      { part: "heading", text: "Two <things>" },
      { part: "item", mark: "Worse", tone: "bad", text: "a < b" },
      { part: "small-link", text: "Before:", label: "Timeline", url: "https://mail.example.com/?a=1&b=2" },
    ],
  });
  expect(text).toBe(
    "Two <things>\n============\n\n- Worse: a < b\n\nBefore: Timeline:\nhttps://mail.example.com/?a=1&b=2\n",
  );
  expect(html).toContain("Two &lt;things&gt;");
  expect(html).toContain("a &lt; b");
  expect(html).toContain('href="https://mail.example.com/?a=1&amp;b=2"');
});

test("foreign words are cut at 200 characters", () => {
  const { text } = writeLetter({
    to: "jane@example.com",
    subject: "s",
    parts: [{ part: "quote", text: "x".repeat(500) }],
  });
  expect(text).toBe(`> ${"x".repeat(200)} …\n`);
});
