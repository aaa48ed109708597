import { describe, expect, test } from "vitest";
import { adminMessage, MESSAGE_LANGUAGES } from "#lib/bounce/admin-message/admin-message.ts";
import type { Classification } from "#lib/bounce/classification.ts";
import { classify } from "#lib/bounce/classify.ts";
import { type Cause, CAUSES } from "#lib/bounce/vocabulary.ts";
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

const bodyFor = (cause: Cause): string =>
  adminMessage(
    { ...judged(FACTS.reply), rule: null, causes: [{ cause, probability: 0.9, for: [], against: [] }] },
    FACTS,
    "en",
  ).body;

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

  test.each<[Cause, RegExp]>([
    ["recipient_unknown", /whether the mailbox jane@contoso\.example exists/],
    ["mailbox_full", /has room/],
    ["relay_denied", /know the domain and its addresses/],
    ["tls_failure", /certificate/],
    ["stale_route", /MX record names other servers/],
    ["forwarding_broke_auth", /SRS/],
    ["arc_failure", /ARC/],
    ["eai_unsupported", /SMTPUTF8/],
    ["receiver_system_full", /fault of the receiving server/],
    ["receiver_not_accepting", /fault of the receiving server/],
    ["spf_failure", /SPF, DKIM and DMARC/],
    ["sender_address_invalid", /cannot be written back to/],
    ["ip_blocklisted", /ask the list or the receiver/],
    ["greylisted", /tries again from the same address/],
    ["rate_limited", /more slowly/],
    ["message_malformed", /breaks the standard/],
    ["suppressed", /sending service keeps this address/],
    ["unknown", /does not say why/],
  ])("%s: asks for what can end it", (cause, words) => {
    expect(bodyFor(cause)).toMatch(words);
  });

  test("nobody is asked about a mailbox whose server is at fault, nor for removal by a list that refused for the moment", () => {
    const aboutMailbox = CAUSES.filter(cause => /the mailbox/.test(bodyFor(cause)));
    expect(
      aboutMailbox.filter(cause => !/^(?:recipient|mailbox|forwarding|list|domain)_/.test(cause)),
    ).toEqual([]);
    expect(
      CAUSES.filter(cause => /for removal/.test(bodyFor(cause)) && /greylisted|rate|pace/.test(cause)),
    ).toEqual([]);
  });

  test("facts that are not known are left out", () => {
    const nothing = { recipient: null, sender: null, time: null, messageId: null, server: null, reply: null };
    const { body } = adminMessage(judged(FACTS.reply), nothing, "en");
    expect(body).not.toMatch(/\bnull\b|Message-ID:|Time:/);
  });
});
