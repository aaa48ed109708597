import { expect, test } from "vitest";
import { fateOf } from "#lib/bounce/batch/fate.ts";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";

/** Real words, and what a careful list owner does with the address. */
test.each([
  ["an unknown user", "550 5.1.1 <a@b.example>: User unknown", "remove"],
  ["a domain that takes no mail", "556 5.1.10 <a@b.example> Recipient address has null MX", "remove"],
  ["a full mailbox, for now", "452 4.2.2 <a@b.example> Mailbox full", "retry"],
  ["greylisting", "451 4.7.1 <a@b.example> Greylisted, please try again later", "retry"],
  [
    "the sender's own SPF",
    "550 5.7.23 <a@b.example> The message was rejected because of Sender Policy Framework violation",
    "repair",
  ],
  [
    "a listed address of the sender",
    "554 5.7.1 <a@b.example> Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
    "repair",
  ],
  ["an unknown user, but only for now", "450 4.1.1 <a@b.example>: User unknown", "retry"],
  ["words nobody knows", "554 <a@b.example> Computer says no", "ask"],
])("%s", async (_, reply, fate) => {
  const failures = (await Array.fromAsync(parseBounces(reply))).flatMap(report => report.failures);
  expect(failures.map(fateOf)).toEqual([fate]);
});

test("dead, but hardly more likely than not: find out first", () => {
  const causes = [{ cause: "recipient_unknown", probability: 0.55, for: [], against: [] }] as const;
  expect(fateOf({ addressDead: "yes", permanence: "permanent", causes })).toBe("ask");
});
