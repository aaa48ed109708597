import { expect, test } from "vitest";
import { redactReply } from "#lib/bounce/batch/redact-reply.ts";
import { threadTime } from "../../../support/thread-time.ts";

test.each([
  ["550 5.1.1 <jane.doe@contoso.example>: unknown", "550 5.1.1 <…@contoso.example>: unknown"],
  [
    "550 [jane+news@contoso.example]: rejected [DB1.prod.outlook.com 2026-09-01T07:15:11Z 08DD]",
    "550 […@contoso.example]: rejected [DB1.prod.outlook.com 2026-09-01T07:15:11Z 08DD]",
  ],
  ["no o'brien@contoso.example and a_b@x.example", "no …@contoso.example and …@x.example"],
  ['550 <"jane doe"@contoso.example> no', "550 <…@contoso.example> no"],
  ["bounces+12=jane=contoso.example@mail.example", "…@mail.example"],
  ["see http://x.example/?e=jane%40contoso.example now", "see http:…@contoso.example now"],
  ["=40 jane=40contoso.example", "=40 …@contoso.example"],
  ["jörg@müller.example ist weg", "…@müller.example ist weg"],
])("%s", (reply, redacted) => {
  expect(redactReply(reply)).toBe(redacted);
});

test("no local part is left, whatever stands around it; and it is short", () => {
  for (const around of ["<X>", "[X]", "(X)", "'X'", ":X;", "to=X,", "X", "\0X\0"]) {
    const redacted = redactReply(
      `550 ${around.replace("X", "kanarie.vogel@contoso.example")} ${"y ".repeat(900)}`,
    );
    expect([around, redacted.includes("kanarie"), redacted.includes("vogel")]).toEqual([
      around,
      false,
      false,
    ]);
    expect(redacted.length).toBeLessThanOrEqual(400);
  }
});

test("a text without end takes no time", () => {
  const spent = threadTime();
  redactReply(`${"a=".repeat(500_000)}@${"a.".repeat(500_000)}`);
  redactReply(`${"@a".repeat(500_000)}`);
  expect(spent()).toBeLessThan(200);
});
