import { expect, test } from "vitest";
import { composeMessage } from "#lib/mailer/compose-message.ts";

const LETTER = { to: "jane@example.com", subject: "Hello", text: "t", html: "h" };
const FRAME = { from: "mailtriage@example.org", id: "0123456789" };

test("the id of a letter is its Message-ID, at the domain of the sender", () => {
  expect(composeMessage(LETTER, FRAME).messageId).toBe("<0123456789@example.org>");
});

test.each([
  [{ ...LETTER, to: "jane@example.com\r\nBcc: all@example.com" }],
  [{ ...LETTER, subject: "Hello\nX: y" }],
  [{ ...LETTER, headers: { "List-Unsubscribe": "<https://x>\r\nBcc: y" } }],
])("a line break in a header is refused: %j", letter => {
  expect(() => composeMessage(letter, FRAME)).toThrow("line break");
});
