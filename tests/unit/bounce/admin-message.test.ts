import { describe, expect, test } from "vitest";
import { adminMessage, MESSAGE_LANGUAGES } from "#lib/bounce/admin-message/admin-message.ts";
import type { Classification } from "#lib/bounce/classification.ts";
import { classify } from "#lib/bounce/classify.ts";
import { CAUSES } from "#lib/bounce/vocabulary.ts";
import { failureOf, readingOf } from "../../support/bounce-line.ts";

const FACTS = {
  recipient: "jane@contoso.example",
  sender: "user@example.org",
  time: "2026-09-01T07:15:11Z",
  messageId: "<abc@example.org>",
  server: null,
  reply: "550 5.4.1 Recipient address rejected: Access denied",
};

const judged = (reply: string): Classification => {
  const failure = failureOf([reply], { recipient: FACTS.recipient });
  return classify(failure, readingOf([failure]));
};

describe("the message to the administrator who can end it", () => {
  test.each(MESSAGE_LANGUAGES)(
    "%s: a directory refusal goes to the recipient's side with commands and facts",
    language => {
      const message = adminMessage(judged(FACTS.reply), FACTS, language);
      expect(message.to).toBe("recipient_admin");
      expect(message.language).toBe(language);
      for (const piece of [
        FACTS.reply,
        FACTS.messageId,
        FACTS.time,
        "Directory-Based Edge Blocking",
        "Get-Recipient -Identity jane@contoso.example",
        "Get-AcceptedDomain contoso.example",
      ]) {
        expect(message.body).toContain(piece);
      }
      expect(`${message.subject}\n${message.body}`).not.toMatch(/[{}]|\bnull\b|undefined/);
      expect(message.subject).toContain("jane@contoso.example");
    },
  );

  test("what only the own side can mend goes to the own side", () => {
    for (const reply of [
      "550 5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy. - gsmtp",
      "554 5.7.1 Client host [192.0.2.10] blocked using zen.spamhaus.org",
      "550 5.4.5 Daily sending limit exceeded - gsmtp",
    ]) {
      expect([reply, adminMessage(judged(reply), FACTS, "en").to]).toEqual([reply, "sender_admin"]);
    }
    expect(
      adminMessage(judged("550 5.7.1 You are not authorized to send to this recipient"), FACTS, "en").to,
    ).toBe("recipient_admin");
  });

  test("every cause has words in every language", () => {
    for (const cause of CAUSES) {
      const classification: Classification = {
        ...judged(FACTS.reply),
        rule: null,
        causes: [{ cause, probability: 0.9, for: [], against: [] }],
      };
      for (const language of MESSAGE_LANGUAGES) {
        const { body } = adminMessage(classification, FACTS, language);
        expect(body.length, `${cause} ${language}`).toBeGreaterThan(100);
        expect(body).not.toMatch(/[{}]|undefined/);
      }
    }
  });

  test("facts that are not known are left out", () => {
    const nothing = { recipient: null, sender: null, time: null, messageId: null, server: null, reply: null };
    const { body } = adminMessage(judged(FACTS.reply), nothing, "en");
    expect(body).not.toMatch(/\bnull\b|Message-ID:|Time:/);
  });
});
