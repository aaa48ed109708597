import { describe, expect, test } from "vitest";
import { viewTyping } from "#lib/web/bounce-view/slip-words.ts";
import { runTriage } from "../../../support/triage-scenario.ts";
import { CONTOSO, type PostfixBounce, postfixBounce, SENDER } from "../../../support/triage-worlds.ts";

const M365 = `${SENDER}\n${CONTOSO}`;
const typing = async (bounce: PostfixBounce, zone = M365) =>
  viewTyping((await runTriage({ bounce: postfixBounce(bounce), zone })).first);

describe("slips of the pen", () => {
  test("none: what was looked at is said, and nothing is invented", async () => {
    expect(await typing({})).toEqual({
      slips: [],
      looked: [
        "It is written as an address has to be.",
        "contoso.com exists and has a mail server.",
        "It is not a letter away from any other address in this mail, nor its domain from a well-known one.",
      ],
    });
  });

  test("another address of the same mail is a letter away", async () => {
    const seen = await typing({
      to: ["jane.do@contoso.com"],
      toHeader: "jane.do@contoso.com, jane.doe@contoso.com",
    });
    expect(seen?.slips).toEqual(["The same mail names jane.doe@contoso.com, which is a letter or two away."]);
  });

  test("a well-known domain is a letter away", async () => {
    const reply = "550 5.1.1 User unknown";
    const seen = await typing({ to: ["jane@gmial.com"], host: "mx.gmial.com", reply }, SENDER);
    expect(seen?.slips[0]).toBe(
      "The part after the @ looks like a slip for a well-known domain: did you mean gmail.com?",
    );
  });

  test("the sender's own domain is a letter away", async () => {
    const reply = "550 5.1.1 User unknown";
    const seen = await typing({ to: ["jane@exampel.com"], host: "mx.exampel.com", reply }, SENDER);
    expect(seen?.slips[0]).toContain("did you mean example.com?");
  });
});

test.each([
  ["a domain that is gone", "", "The domain contoso.com does not exist."],
  [
    "a domain that takes no mail",
    "contoso.com. IN MX 0 .",
    "contoso.com declares by its MX record that it takes no mail.",
  ],
])("%s is told", async (_, zone, words) => {
  expect((await typing({}, `${SENDER}\n${zone}`))?.looked).toContain(words);
});

test("a full mailbox was not mistyped", async () => {
  expect(await typing({ reply: "552 5.2.2 Mailbox full" })).toBeNull();
});

test("a domain that DNS says nothing about is not said to have a mail server", async () => {
  const { first } = await runTriage({
    bounce: postfixBounce(),
    zone: M365,
    faults: [{ name: "contoso.com", failure: "timeout" }],
  });
  expect(viewTyping(first)?.looked.join(" ")).not.toContain("has a mail server");
});
