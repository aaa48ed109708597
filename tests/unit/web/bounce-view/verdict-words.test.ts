import { describe, expect, test } from "vitest";
import { answersFor } from "#lib/web/bounce-view/answers.ts";
import { verdictWords } from "#lib/web/bounce-view/verdict-words.ts";
import { runTriage, type TriageScenario } from "../../../support/triage-scenario.ts";
import { CONTOSO, postfixBounce, SENDER } from "../../../support/triage-worlds.ts";

const verdict = async (scenario: TriageScenario, count = 1) => {
  const { first, evidence } = await runTriage(scenario);
  const { failure, facts, isWayUnchecked } = first;
  return verdictWords({ failure, count, facts, isWayUnchecked, senderDomain: evidence.sender.domain });
};

const M365 = `${SENDER}\n${CONTOSO}`;
const SPF_REFUSED =
  "550 5.7.23 The message was rejected because of Sender Policy Framework violation [DB5PEPF00014B9A.eurprd02.prod.outlook.com 2026-11-24T10:00:03.123Z 08DE5971FB66165F]";

describe("the sentence names who refused and what", () => {
  test("an unknown address", async () => {
    expect(await verdict({ bounce: postfixBounce(), zone: M365 })).toMatchObject({
      sentence: "contoso.com’s Microsoft 365 does not know this address",
      unbroken: "Microsoft 365",
      status: "fail",
    });
  });

  test("several addresses", async () => {
    expect((await verdict({ bounce: postfixBounce(), zone: M365 }, 3)).sentence).toBe(
      "contoso.com’s Microsoft 365 does not know these 3 addresses",
    );
  });

  test("the server that is missing in SPF", async () => {
    const bounce = postfixBounce({ reply: SPF_REFUSED, sendingIp: "203.0.113.77" });
    expect(await verdict({ bounce, zone: M365 })).toMatchObject({
      sentence: "The SPF record of example.com does not list 203.0.113.77, the server that sent this mail",
      addition: "Whoever runs the mail of example.com has to act.",
    });
  });

  test("a forward to a dead address: who forwards, and to whom", async () => {
    const bounce = [
      "Original-Recipient: rfc822;jane.doe@contoso.com",
      "Final-Recipient: rfc822;jane@fabrikam.com",
      "Action: failed",
      "Status: 5.4.1",
      "Remote-MTA: dns; fabrikam-com.mail.protection.outlook.com",
      "Diagnostic-Code: smtp; 550 5.4.1 Recipient address rejected: Access denied [DB5PEPF00014B9A.eurprd02.prod.outlook.com 2026-11-24T10:00:03.123Z 08DE5971FB66165F]",
    ].join("\n");
    const zone = `${SENDER}\nfabrikam.com. IN MX 0 fabrikam-com.mail.protection.outlook.com.`;
    expect((await verdict({ bounce, zone })).sentence).toMatch(
      /jane\.doe@contoso\.com forwards its mail to jane@fabrikam\.com, and that address refused it$/u,
    );
  });

  test("a refusal for the moment is no failure", async () => {
    const bounce = postfixBounce({ reply: "452 4.2.2 Mailbox full" });
    expect((await verdict({ bounce, zone: M365 })).status).toBe("warn");
  });

  test("below sixty in a hundred it is only most likely, and so is who has to act", async () => {
    const bounce = postfixBounce({ reply: "554 Computer says no" });
    const { sentence, addition } = await verdict({ bounce, zone: M365 });
    expect(sentence).toMatch(/^Most likely: /u);
    expect(addition).toBe("If so: whoever runs the mail of example.com has to act.");
  });

  test("a guess clears nobody, unless the reply itself rules the sender's side out", async () => {
    const reply = "550 5.4.1 Recipient address rejected: Access denied";
    const to = ["a1@contoso.com", "bb22@contoso.com", "ccc333@contoso.com"];
    const faults = [{ name: "contoso.com", failure: "timeout" }] as const;
    const refused = await verdict({ bounce: postfixBounce({ to, reply }), zone: M365, faults }, 3);
    expect(refused.sentence).toMatch(/^Most likely: /u);
    expect(refused.addition).toContain("Nothing is wrong with your domain.");
    const vague = await verdict({ bounce: postfixBounce({ reply: "554 Computer says no" }), zone: M365 });
    expect(vague.addition).not.toMatch(/nothing is wrong|not the cause/iu);
  });
});

test("whether the right server refused could not be checked: said, and the address is kept until it can", async () => {
  const faults = [{ name: "contoso.com", failure: "timeout" }] as const;
  const { first } = await runTriage({ bounce: postfixBounce(), zone: M365, faults });
  const keep = (joined: typeof first) => answersFor(joined).at(-1)?.answer;
  expect(first.failure.addressDead).toBe("unknown");
  expect(keep(first)).toBe("Keep it, until their MX record could be looked up");
  expect((await verdict({ bounce: postfixBounce(), zone: M365, faults })).addition).toContain(
    "Whether the server that refused still takes the mail of contoso.com could not be checked.",
  );
  const { first: checked } = await runTriage({ bounce: postfixBounce(), zone: M365 });
  expect(checked.failure.addressDead).toBe("yes");
  expect(keep(checked)).toBe("Remove it from your lists");
  const { first: plain } = await runTriage({
    bounce: postfixBounce({ reply: "550 5.1.1 User unknown" }),
    zone: M365,
    faults,
  });
  expect(keep(plain)).toBe("Remove it from your lists");
});

describe("the sender's own domain", () => {
  test("is cleared where all of it was looked at and found well", async () => {
    const addition = (await verdict({ bounce: postfixBounce(), zone: M365 })).addition;
    expect(addition).toBe("Check how the address is written. Nothing is wrong with your domain.");
  });

  test("is not called well where DNS was silent about it", async () => {
    const faults = [{ name: "example.com", failure: "timeout" }] as const;
    const { addition } = await verdict({ bounce: postfixBounce(), zone: M365, faults });
    expect(addition).not.toContain("Nothing is wrong");
    expect(addition).toContain("Your domain is not the cause.");
  });

  test("with a fault that did not decide: both are said", async () => {
    const bounce = postfixBounce({ sendingIp: "203.0.113.77" });
    expect((await verdict({ bounce, zone: M365 })).addition).toContain(
      "Your domain is not the cause, though something about it could be better",
    );
  });
});
