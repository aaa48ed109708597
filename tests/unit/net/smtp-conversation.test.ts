import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { readReply, SmtpProtocolError } from "#lib/net/smtp-conversation.ts";

describe("readReply (RFC 5321 4.2)", () => {
  it.each([
    ["220 hi\r\n", { code: 220, lines: ["hi"] }],
    ["220\r\n", { code: 220, lines: [""] }],
    ["250-a\r\n250-b c\r\n250 d\r\n", { code: 250, lines: ["a", "b c", "d"] }],
    ["250-a\n250 b\n", { code: 250, lines: ["a", "b"] }],
  ])("%j", (text, reply) => {
    expect(readReply(text)).toEqual({ reply, octets: text.length });
  });

  it("leaves what comes after the reply", () => {
    expect(readReply("220 hi\r\n250 next\r\n")).toEqual({ reply: { code: 220, lines: ["hi"] }, octets: 8 });
  });

  it.each(["", "220", "220 hi", "250-a\r\n", "250-a\r\n250 b"])("%j is not all of it", text => {
    expect(readReply(text)).toBeNull();
  });

  it.each(["hello\r\n", "2200 x\r\n", "199 x\r\n", "600 x\r\n", "250-a\r\n251 b\r\n", "\r\n", "250_x\r\n"])(
    "%j is no reply",
    text => {
      expect(() => readReply(text)).toThrow(SmtpProtocolError);
    },
  );

  it("throws nothing else, whatever it reads", () => {
    assert(
      property(string({ unit: "binary" }), text => {
        try {
          readReply(`220-${text}\r\n`);
        } catch (error) {
          expect(error).toBeInstanceOf(SmtpProtocolError);
        }
      }),
    );
  });
});
