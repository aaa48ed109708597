import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recognise } from "#components/forms/recognise.ts";
import { threadTime } from "../../support/thread-time.ts";

describe("recognise", () => {
  test.each([
    "example.com",
    " Example.COM ",
    "https://example.com/contact?x=1",
    "example.com.",
    "example.com:8080",
  ])("%j is a domain", text => {
    expect(recognise(text)).toEqual({ kind: "domain", domain: "example.com" });
  });

  test.each(["jane@example.com", "mailto:jane@example.com"])("%j is an address", text => {
    expect(recognise(text)).toEqual({ kind: "address", address: "jane@example.com", domain: "example.com" });
  });

  test("a Microsoft refusal, with who was refused", () => {
    const text =
      "550 5.4.1 [jane@contoso.example]: Recipient address rejected: Access denied. [X.eop-nam02.prod.protection.outlook.com]";
    expect(recognise(text)).toEqual({
      kind: "bounce",
      from: "Microsoft 365",
      recipient: "jane@contoso.example",
    });
  });

  test("a Gmail refusal", () => {
    const text = "550-5.1.1 The email account that you tried to reach does not exist. a1-gsmtp";
    expect(recognise(text)).toMatchObject({ kind: "bounce", from: "Gmail" });
  });

  test.each([
    "Your message couldn’t be delivered",
    "postfix/smtp[1]: 4F: to=<a@b.example>, status=bounced (x)",
    "5.7.26",
    "Diagnostic-Code: smtp; 451 try later",
  ])("%j is a bounce", text => {
    expect(recognise(text).kind).toBe("bounce");
  });

  test("neither the reporting system is the recipient, nor who wrote the mail that came back", () => {
    const head = "From: MAILER-DAEMON@mx.example.net\nTo: alex@example.org\n";
    expect(recognise(`${head}550 5.1.1 no such user`)).toMatchObject({ recipient: null });
    expect(recognise(`${head}\n<jane@contoso.example>: host mx said: 550 5.1.1 no`)).toMatchObject({
      recipient: "jane@contoso.example",
    });
  });

  test.each([
    "From: a@example.net\n\nFinal-Recipient: rfc822; jane@contoso.example\nStatus: 5.1.1",
    "4F: from=<alex@example.org>\n4F: to=<jane@contoso.example>, status=bounced (x)",
    "MAIL FROM:<alex@example.org>\nRCPT TO:<jane@contoso.example>\n550 5.1.1 no",
    "Your message to jane@contoso.example couldn't be delivered.",
    "alex@example.org wrote. 550 5.1.1 <jane@contoso.example>: no such user",
  ])("%j was for jane", text => {
    expect(recognise(text)).toMatchObject({ recipient: "jane@contoso.example" });
  });

  test.each(["", "localhost", "hello world", "@", "a@b"])("%j is nothing yet", text => {
    expect(recognise(text)).toEqual({ kind: "nothing" });
  });

  test("answers quickly whatever is pasted", () => {
    fc.assert(
      fc.property(fc.constantFrom("a", "@", ".", "a@", "a.", "<", "5.", " ", "550 "), unit => {
        const spent = threadTime();
        recognise(unit.repeat(100_000));
        expect(spent()).toBeLessThan(500);
      }),
    );
  });
});
