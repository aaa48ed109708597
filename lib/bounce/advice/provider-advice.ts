import type { Cause } from "../vocabulary.ts";
import type { Advice } from "./advice.ts";

/** What is different at one provider: its own pages, menus and commands. Comes before the general steps. */
export const providerSteps = (provider: string | null, cause: Cause): Advice => {
  const family = provider === null ? undefined : FAMILY[provider];
  const found = family === undefined ? undefined : PROVIDER_ADVICE[family]?.[cause];
  return {
    sender: found?.sender ?? [],
    senderAdmin: found?.senderAdmin ?? [],
    recipientAdmin: found?.recipientAdmin ?? [],
  };
};

const FAMILY: Readonly<Record<string, string>> = {
  microsoft365: "microsoft",
  "microsoft365-gov": "microsoft",
  "microsoft365-cn": "microsoft",
  "outlook-consumer": "outlook",
  gmail: "google",
  "google-workspace": "google",
  yahoo: "yahoo",
  icloud: "apple",
  gmx: "gmx",
  webde: "gmx",
  "mail-com": "gmx",
  ionos: "gmx",
  "t-online": "t-online",
  comcast: "comcast",
  "orange-fr": "orange",
  "free-fr": "free",
  "mail-ru": "mail-ru",
  yandex: "yandex",
  tencent: "tencent",
  netease: "netease",
  mimecast: "mimecast",
  proofpoint: "proofpoint",
  "proofpoint-essentials": "proofpoint",
  barracuda: "barracuda",
};

type Partly = Readonly<Partial<Advice>>;

const GOOGLE_STANDING: Partly = {
  senderAdmin: [
    "Add {senderDomain} to Google's Postmaster Tools and look at its reputation, complaints and authentication: https://postmaster.google.com",
    "Check your sending against Google's rules for senders: https://support.google.com/a/answer/81126",
  ],
};
const YAHOO_STANDING: Partly = {
  senderAdmin: [
    "Join Yahoo's complaint feedback loop and, when the cause is stopped, use the sender support form: https://senders.yahooinc.com/contact",
  ],
};
const OUTLOOK_STANDING: Partly = {
  senderAdmin: [
    "Register your addresses with SNDS and the complaint programme JMRP: https://sendersupport.olc.protection.outlook.com/snds/",
    "Then use the sender support form with the whole reply: https://support.microsoft.com/supportrequestform/8ad563e3-288e-2a61-8122-3ba03d6b8d75. The delisting portal of Microsoft 365 often answers “not blocked” here; that is another list.",
  ],
};

const PROVIDER_ADVICE: Readonly<Record<string, Readonly<Partial<Record<Cause, Partly>>>>> = {
  microsoft: {
    recipient_unknown: {
      recipientAdmin: [
        "Exchange admin centre > Recipients > Mailboxes: look for {recipient}, also among aliases, groups and contacts. In PowerShell: Get-Recipient {recipient}",
        "Old Outlook suggestions (IMCEAEX, 5.1.1): add the old legacyExchangeDN to the mailbox as an X500 address.",
      ],
    },
    recipient_restricted: {
      recipientAdmin: [
        "Exchange admin centre > Recipients > Groups > {recipient} > Settings > Delivery management: allow senders outside the organisation.",
        "PowerShell: Set-DistributionGroup, Set-Mailbox, Set-MailPublicFolder or Set-UnifiedGroup {recipient} -RequireSenderAuthenticationEnabled $false (up to 1 hour).",
        "Otherwise search the rules: Get-TransportRule | fl Name,RejectMessageReasonText",
      ],
    },
    policy_rule_recipient: {
      recipientAdmin: [
        "Exchange admin centre > Mail flow > Rules, and Get-MessageTraceDetailV2 for the rule that refused.",
      ],
    },
    sender_blocked_by_recipient: {
      recipientAdmin: [
        "Microsoft Defender > Policies > Tenant Allow/Block Lists, and Anti-spam > Connection filter policy > IP block list: remove the entry.",
      ],
    },
    ip_blocklisted_private: {
      senderAdmin: [
        "5.7.606 to 5.7.649: ask for removal at https://sender.office.com. 5.7.511: forward the whole report to delist@microsoft.com.",
      ],
    },
    sending_account_blocked: {
      senderAdmin: [
        "Unblock the user under https://security.microsoft.com/restrictedusers after the password was changed and sessions were ended.",
        "5.7.705 and 5.7.708: the whole tenant is held back; open a support case in the Microsoft 365 admin centre.",
      ],
    },
    relay_denied: {
      senderAdmin: [
        "Hybrid: the inbound connector must match the certificate or address of your server: Get-InboundConnector | fl Name,Enabled,SenderIPAddresses,TlsSenderCertificateName; rerun the Hybrid Configuration Wizard.",
        "Send to {dashed}.mail.protection.outlook.com as the smart host, not to an old name.",
      ],
      recipientAdmin: [
        "The domain must be an accepted domain of the tenant that its MX record points to: Microsoft 365 admin centre > Settings > Domains. A new domain takes up to 72 hours.",
      ],
    },
    routing_loop: {
      recipientAdmin: [
        "5.4.14 is typical for an Internal relay domain without a working connector: Exchange admin centre > Mail flow > Accepted domains > {domain} > Authoritative, or repair the outbound connector (Get-OutboundConnector).",
      ],
    },
    smtp_auth_required: {
      senderAdmin: [
        "Devices at smtp.office365.com: Microsoft 365 admin centre > Users > Mail > Manage email apps > Authenticated SMTP; or Set-CASMailbox -SmtpClientAuthenticationDisabled $false; or use direct send to the MX host or a connector by address.",
      ],
    },
    mailbox_full: {
      recipientAdmin: [
        "Get-MailboxStatistics {recipient} | fl TotalItemSize; turn on the archive or raise the licence.",
      ],
    },
    rate_limited: {
      recipientAdmin: [
        "If your own gateway is in front of Exchange Online: make an inbound connector for it and turn on enhanced filtering.",
      ],
    },
    forwarding_broke_auth: {
      recipientAdmin: [
        "Microsoft Defender > Enhanced filtering for connectors, and forward only mail that passed authentication: other mail leaves by the relay pool.",
      ],
    },
    policy_rejected: {
      senderAdmin: [
        "5.7.520: external forwarding is off in your tenant: Microsoft Defender > Anti-spam > Outbound policy > Automatic forwarding rules.",
      ],
    },
  },
  outlook: {
    ip_blocklisted_private: OUTLOOK_STANDING,
    reputation_low: OUTLOOK_STANDING,
    rate_limited: OUTLOOK_STANDING,
    spam_content: OUTLOOK_STANDING,
  },
  google: {
    reputation_low: GOOGLE_STANDING,
    spam_content: GOOGLE_STANDING,
    rate_limited: GOOGLE_STANDING,
    recipient_restricted: {
      recipientAdmin: ["Google Groups > the group > Group settings > Who can post: Anyone on the web."],
    },
    policy_rule_recipient: {
      recipientAdmin: [
        "Google Admin console > Apps > Gmail > Compliance and Routing: look for the rule; Reporting > Email log search names it.",
      ],
    },
    policy_rejected: {
      recipientAdmin: [
        "“IP not in whitelist”: Google Admin console > Apps > Gmail > Spam, phishing and malware > Inbound gateway: clear “Reject all mail not from gateway IPs”.",
      ],
    },
    recipient_disabled: {
      recipientAdmin: ["Google Admin console > Directory > Users: restore or reactivate the user."],
    },
    recipient_unknown: {
      recipientAdmin: [
        "Google Admin console > Directory > Users and Groups: add {recipient} as a user, group or alias.",
      ],
    },
    relay_denied: {
      senderAdmin: [
        "SMTP relay service: Google Admin console > Apps > Gmail > Routing > SMTP relay: add {ip}.",
      ],
    },
    sending_quota: { senderAdmin: ["Gmail's limits: https://support.google.com/a/answer/166852"] },
  },
  yahoo: {
    reputation_low: YAHOO_STANDING,
    rate_limited: YAHOO_STANDING,
    spam_content: YAHOO_STANDING,
    malware_or_phishing: YAHOO_STANDING,
    dmarc_failure: {
      senderAdmin: ["Yahoo's rules for senders: https://senders.yahooinc.com/best-practices/"],
    },
  },
  apple: {
    spam_content: {
      senderAdmin: [
        "Write to icloudadmin@apple.com with the reply, times and addresses: https://support.apple.com/102322",
      ],
    },
    reputation_low: {
      senderAdmin: [
        "Write to icloudadmin@apple.com with the reply, times and addresses: https://support.apple.com/102322",
      ],
    },
    rate_limited: { senderAdmin: ["Apple's rules for senders: https://support.apple.com/102322"] },
  },
  gmx: {
    policy_rejected: {
      senderAdmin: [
        "The link in the reply explains the case; contact: https://postmaster.gmx.net/en/contact",
      ],
    },
    ip_blocklisted: {
      senderAdmin: [
        "The link in the reply explains the case; contact: https://postmaster.gmx.net/en/contact",
      ],
    },
    rate_limited: {
      senderAdmin: [
        "The link in the reply explains the case; contact: https://postmaster.gmx.net/en/contact",
      ],
    },
  },
  "t-online": {
    ip_blocklisted_private: {
      senderAdmin: [
        "Write to tosa@rx.t-online.de with {ip}; the server needs reverse DNS and a website with an imprint under its domain: https://postmaster.t-online.de",
      ],
    },
  },
  comcast: { ip_blocklisted_private: { senderAdmin: ["Removal form: https://spa.xfinity.com/report"] } },
  orange: { reputation_low: { senderAdmin: ["Orange's postmaster page: https://postmaster.orange.fr/"] } },
  free: { ip_blocklisted_private: { senderAdmin: ["Free's postmaster page: https://postmaster.free.fr/"] } },
  "mail-ru": {
    spam_content: {
      senderAdmin: ["Look at https://postmaster.mail.ru and use the support link in the reply."],
    },
  },
  yandex: {
    spam_content: {
      senderAdmin: ["Look at https://postoffice.yandex.com and use the support link in the reply."],
    },
  },
  tencent: {
    spam_content: {
      senderAdmin: ["The help link in the reply names the case; appeal at https://service.mail.qq.com"],
    },
  },
  netease: {
    spam_content: { senderAdmin: ["The code in the reply is explained at https://help.mail.163.com"] },
  },
  mimecast: {
    anti_spoofing_policy: {
      recipientAdmin: [
        "Mimecast > Gateway > Policies > Anti-Spoofing: add a policy “Take no action” for the service's addresses.",
      ],
    },
    sender_blocked_by_recipient: {
      recipientAdmin: ["Mimecast > Gateway > Managed Senders and Blocked Senders: remove the entry."],
    },
    greylisted: {
      recipientAdmin: ["Mimecast > Gateway > Policies > Greylisting: add a bypass for the sender."],
    },
    dmarc_failure: {
      recipientAdmin: [
        "Mimecast > Gateway > Policies > DNS Authentication: add a bypass only if the sender cannot mend it.",
      ],
    },
  },
  proofpoint: {
    ip_blocklisted: { senderAdmin: ["Check and ask for removal: https://ipcheck.proofpoint.com"] },
    recipient_unknown: {
      recipientAdmin: [
        "Proofpoint Essentials > User Management: add the user, or turn on SMTP discovery; changes take 30 to 60 minutes.",
      ],
    },
  },
  barracuda: {
    policy_rule_recipient: {
      recipientAdmin: [
        "Barracuda > Message log: the entry names the reason; then Sender policies or Content policies.",
      ],
    },
  },
};
