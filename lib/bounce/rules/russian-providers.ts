import { defineRules } from "../define-rule.ts";

const YANDEX = "https://yandex.com/support/mail/troubleshooting/errors.html";
const MAILRU = "https://help.mail.ru/developers/mailing_rules/bounces";

/** Replies of Yandex, Mail.ru and Rambler, by their words. */
export const russianProviders = defineRules({
  name: "russian-providers",
  providers: ["yandex", "mail-ru", "rambler", "ukr-net", "abv"],
  tier: "provider-text",
  rules: [
    {
      id: "russian-providers/yandex-no-such-user",
      cause: "recipient_unknown",
      probability: 0.97,
      when: { text: /no such user!?|user not found|такого пользователя нет|пользователь не найден/i },
      source: YANDEX,
      examples: [
        "550 5.7.1 No such user! 1699999999-AbCdEf",
        "550 5.1.1 Recipient address rejected: пользователь не найден",
      ],
    },
    {
      id: "russian-providers/yandex-policy-reject",
      cause: "spam_content",
      probability: 0.75,
      otherCauses: [
        { cause: "policy_rejected", probability: 0.12 },
        { cause: "dmarc_failure", probability: 0.08 },
      ],
      when: { text: /message rejected under suspicion of spam|policy rejection on the target address/i },
      source: YANDEX,
      examples: [
        "554 5.7.1 Message rejected under suspicion of SPAM; https://ya.cc/1IrBc 1699999999-AbCdEf",
        "550 5.7.1 Policy rejection on the target address; https://support.yandex.ru/mail/",
      ],
    },
    {
      id: "russian-providers/yandex-mailbox-limit",
      cause: "mailbox_full",
      probability: 0.95,
      when: { text: /mailbox size limit exceeded|mailbox is full|переполнен/i },
      source: YANDEX,
      examples: ["552 5.2.2 Mailbox size limit exceeded 1699999999-AbCdEf"],
    },
    {
      id: "russian-providers/yandex-infected",
      cause: "malware_or_phishing",
      probability: 0.95,
      when: { text: /message infected by virus|infected/i },
      source: YANDEX,
      examples: ["554 5.7.1 Message infected by virus 1699999999-AbCdEf"],
    },
    {
      id: "russian-providers/yandex-rate",
      cause: "rate_limited",
      probability: 0.93,
      when: {
        text: [
          /too many (?:letters|messages|connections|recipients)/i,
          /the recipient has exceeded (?:his|their) message rate|sending rate limit/i,
        ],
      },
      source: YANDEX,
      examples: [
        "451 4.7.1 Sorry, the service is currently unavailable. Too many messages. Please come back later.",
      ],
    },
    {
      id: "russian-providers/yandex-auth",
      cause: "dmarc_failure",
      probability: 0.85,
      when: {
        text: /non-local sender or domain|fail(?:ed)? (?:dkim|dmarc|spf)|email was rejected .{0,40}dmarc/i,
      },
      source: YANDEX,
      examples: [
        "550 5.7.1 Email was rejected by the DMARC policy of the sender domain; https://yandex.ru/support/mail/",
      ],
    },
    {
      id: "russian-providers/mail-ru-disabled",
      cause: "recipient_disabled",
      probability: 0.95,
      when: {
        text: [
          /local mailbox .{1,90} is unavailable: account is disabled|account is disabled/i,
          /mailbox .{0,40}(?:заблокирован|отключен)/i,
        ],
      },
      source: MAILRU,
      examples: ["550 Local mailbox jane@mail.ru is unavailable: account is disabled"],
    },
    {
      id: "russian-providers/mail-ru-unknown",
      cause: "recipient_unknown",
      probability: 0.97,
      when: {
        text: [
          /message was not accepted -- invalid mailbox/i,
          /local mailbox .{1,90} is unavailable: user (?:not found|is terminated)/i,
        ],
      },
      distinctive: true,
      source: MAILRU,
      examples: [
        "550 Message was not accepted -- invalid mailbox. Local mailbox nobody@mail.ru is unavailable: user not found",
        "550 Message was not accepted -- invalid mailbox. Local mailbox nobody@mail.ru is unavailable: user is terminated",
      ],
    },
    {
      id: "russian-providers/mail-ru-full",
      cause: "mailbox_full",
      probability: 0.96,
      when: {
        text: [
          /local mailbox .{1,90} is unavailable: (?:over)?quota|user is over quota/i,
          /mailbox is over quota/i,
        ],
      },
      source: MAILRU,
      examples: ["552 Message was not accepted. Local mailbox jane@mail.ru is unavailable: overquota"],
    },
    {
      id: "russian-providers/mail-ru-ip",
      cause: "ip_blocklisted_private",
      probability: 0.85,
      when: {
        text: /(?:the )?server is in spam blacklist|ip .{0,40}(?:blocked|blacklisted)|spam from your ip/i,
      },
      source: MAILRU,
      examples: ["550 Access from ip address 192.0.2.10 blocked. Visit http://help.mail.ru/notspam-support/"],
    },
    {
      id: "russian-providers/mail-ru-rate",
      cause: "rate_limited",
      probability: 0.93,
      when: {
        text: [
          /too many (?:emails|letters|messages) (?:from|per)|please, try again later.{0,40}ratelimit/i,
          /try again later.{0,60}(?:ratelimit|limit exceeded)|temporary (?:rejected|blocked)/i,
        ],
      },
      source: MAILRU,
      examples: [
        "451 Too many emails from your server 192.0.2.10, try again later. Visit http://help.mail.ru/notspam-support/",
      ],
    },
    {
      id: "russian-providers/mail-ru-dmarc",
      cause: "dmarc_failure",
      probability: 0.95,
      when: { text: /dmarc (?:policy|check|rejected)|rejected by dmarc|can't be authenticated/i },
      source: MAILRU,
      examples: [
        "550 5.7.1 This message was not accepted due to domain owner DMARC policy: rejected by DMARC policy (mail.ru)",
      ],
    },
    {
      id: "russian-providers/mail-ru-ptr",
      cause: "reverse_dns",
      probability: 0.93,
      when: {
        text: [
          /we do not accept mail from (?:hosts with )?dynamic|ptr record|dynamic ip addresses/i,
          /reverse dns/i,
        ],
      },
      source: MAILRU,
      examples: [
        "550 We do not accept mail from hosts with dynamic IP or generic DNS PTR-records. Please get a custom reverse DNS. [mx.mail.ru]",
      ],
    },
    {
      id: "russian-providers/mail-ru-spam",
      cause: "spam_content",
      probability: 0.88,
      otherCauses: [{ cause: "reputation_low", probability: 0.1 }],
      when: {
        text: [
          /spam message (?:rejected|discarded)|notspam\.mail\.ru|help\.mail\.ru\/notspam-support/i,
          /message was (?:classified|identified) as spam/i,
        ],
      },
      source: MAILRU,
      examples: [
        "550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=AbCd or report details to abuse@corp.mail.ru. Error code: 0123.",
      ],
    },
  ],
});
