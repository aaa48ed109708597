import { describe, expect, test } from "vitest";
import { type AdviceContext, advise } from "#lib/bounce/advice/advice.ts";
import { CAUSE_ADVICE } from "#lib/bounce/advice/cause-advice.ts";
import { CAUSE_FACTS, sayCause } from "#lib/bounce/causes.ts";
import { classify } from "#lib/bounce/classify.ts";
import { CAUSES } from "#lib/bounce/vocabulary.ts";
import { failureOf, type LineContext, readingOf } from "../../support/bounce-line.ts";

const CONTEXT: AdviceContext = {
  recipient: "jane@contoso.example",
  senderDomain: "example.org",
  sendingIp: "192.0.2.10",
  reply: null,
};

const adviceFor = (reply: string, context: LineContext = {}) => {
  const failure = failureOf([reply], { recipient: CONTEXT.recipient, ...context });
  return advise(classify(failure, readingOf([failure])), { ...CONTEXT, reply });
};

const all = (advice: ReturnType<typeof adviceFor>): string =>
  [...advice.sender, ...advice.senderAdmin, ...advice.recipientAdmin].join("\n");

describe("advice", () => {
  test.each(CAUSES)("%s: the party that has to act has something to do", cause => {
    const { sender, senderAdmin, recipientAdmin } = CAUSE_ADVICE[cause];
    const steps = {
      sender,
      sender_admin: senderAdmin,
      recipient: sender,
      recipient_admin: recipientAdmin,
      provider: sender,
    }[CAUSE_FACTS[cause].party];
    expect(steps.length).toBeGreaterThan(0);
  });

  test("no step shouts, says Oops or leaves a name unfilled", () => {
    for (const cause of CAUSES) {
      const { sender, senderAdmin, recipientAdmin } = CAUSE_ADVICE[cause];
      for (const step of [...sender, ...senderAdmin, ...recipientAdmin]) {
        expect(step).not.toMatch(/!|\boops\b/i);
        for (const [, name] of step.matchAll(/\{(\w+)\}/g)) {
          expect(["recipient", "domain", "dashed", "senderDomain", "ip", "provider"]).toContain(name);
        }
      }
    }
  });

  test("names are filled in", () => {
    const text = all(adviceFor("550 5.7.23 SPF validation failed"));
    expect(text).toContain("ip4:192.0.2.10");
    expect(text).toContain("example.org");
    expect(text).not.toContain("{");
  });

  test("a directory refusal warns of the usual wrong turns and gives the commands", () => {
    const advice = adviceFor("550 5.4.1 Recipient address rejected: Access denied. AS(201806281)");
    expect(advice.sender.some(step => /not send again in a loop/.test(step))).toBe(true);
    expect(advice.senderAdmin.some(step => /do not ask for delisting/.test(step))).toBe(true);
    const recipientAdmin = advice.recipientAdmin.join("\n");
    for (const command of [
      "Get-Recipient -Identity jane@contoso.example",
      "Get-AcceptedDomain contoso.example",
      "Get-MessageTraceV2",
      "Set-AcceptedDomain -Identity contoso.example -DomainType InternalRelay",
      "contoso-example.mail.protection.outlook.com",
      "Sync-ModernMailPublicFolders",
      "Accepted domains",
    ]) {
      expect(recipientAdmin).toContain(command);
    }
  });

  test("the same cause has another page at another provider", () => {
    const microsoft = adviceFor("550 5.7.606 Access denied, banned sending IP [192.0.2.10]");
    expect(all(microsoft)).toContain("https://sender.office.com");
    const outlook = adviceFor("550 5.7.1 messages from [192.0.2.10] weren't sent (S3150)");
    expect(all(outlook)).toContain("sendersupport.olc.protection.outlook.com/snds");
    const telekom = adviceFor(
      "554 IP=192.0.2.10 - A problem occurred. Ask your postmaster for help or to contact tosa@rx.t-online.de",
    );
    expect(all(telekom)).toContain("tosa@rx.t-online.de");
  });

  test("the list that the reply names is the list to go to", () => {
    expect(all(adviceFor("554 5.7.1 Client host [192.0.2.10] blocked using zen.spamhaus.org"))).toContain(
      "check.spamhaus.org",
    );
    expect(all(adviceFor("554 5.7.1 blocked using bl.spamcop.net"))).toContain("spamcop.net");
    expect(all(adviceFor("554 5.7.1 Client host [192.0.2.10] blocked using dnsbl.sorbs.net"))).toContain(
      "closed in June 2024",
    );
  });

  test("nothing that was delivered gets advice", () => {
    const failure = { ...failureOf(["250 2.0.0 OK"]), event: "delivered" as const };
    expect(advise(classify(failure, readingOf([failure])), CONTEXT)).toEqual({
      sender: [],
      senderAdmin: [],
      recipientAdmin: [],
    });
  });
});

describe("sentences of causes", () => {
  test.each(CAUSES)("%s is one sentence with its names filled in", cause => {
    const sentence = sayCause(cause, { recipient: "jane@contoso.example", provider: "Microsoft 365" });
    expect(sentence).toMatch(/^(?:[A-Z]|(?:jane@)?contoso\.example ).*\.$/);
    expect(sentence).not.toMatch(/[{}!]/);
  });

  test("unknown names become words", () => {
    expect(sayCause("recipient_unknown", { recipient: null, provider: null })).toBe(
      "This address does not exist at the recipient's domain.",
    );
  });
});
