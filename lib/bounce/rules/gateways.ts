import { defineRules } from "../define-rule.ts";

const MIMECAST = "https://mimecastsupport.zendesk.com/hc/en-us/articles/34000709564691";
const PROOFPOINT = "https://help.proofpoint.com/Proofpoint_Essentials/Email_Security";
const BARRACUDA = "https://campus.barracuda.com/product/emailgatewaydefense/doc/96023035/";
const CISCO =
  "https://www.cisco.com/c/en/us/support/security/email-security-appliance/products-user-guide-list.html";
const SYMANTEC = "https://knowledge.broadcom.com/external/article/150793";
const TREND = "https://success.trendmicro.com/en-US/solution/KA-0009286";
const SOPHOS = "https://docs.sophos.com/central/customer/help/en-us/";
const HORNET = "https://support.hornetsecurity.com/";

/** Wordings that mail gateways alone use, whoever runs them: asked for every reply. */
export const gateways = defineRules({
  name: "gateways",
  providers: null,
  tier: "provider-text",
  rules: [
    // Mimecast
    {
      id: "gateways/mimecast-greylist",
      cause: "greylisted",
      probability: 0.85,
      otherCauses: [{ cause: "receiver_busy", probability: 0.1 }],
      when: { text: /internal resources? (?:are |is )?temporarily unavailable/i },
      source: MIMECAST,
      examples: [
        "451 Internal resource temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [AbCdEfGhMfWxYz.uk12]",
      ],
    },
    {
      id: "gateways/mimecast-account-outbounds",
      cause: "sending_account_blocked",
      probability: 0.85,
      when: { text: /account outbounds disabled|account service is temporarily unavailable/i },
      source: MIMECAST,
      examples: [
        "550 Account outbounds disabled - https://community.mimecast.com/docs/DOC-1369#550 [AbCd.uk12]",
      ],
    },
    {
      id: "gateways/mimecast-envelope-blocked",
      cause: "sender_blocked_by_recipient",
      probability: 0.95,
      when: { text: /envelope blocked|administrative prohibition - envelope/i },
      source: MIMECAST,
      examples: [
        "550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550 [AbCd.uk12]",
        "550 Envelope blocked - User Entry - https://community.mimecast.com/docs/DOC-1369#550 [AbCd.uk12]",
      ],
    },
    {
      id: "gateways/mimecast-anti-spoofing",
      cause: "anti_spoofing_policy",
      probability: 0.96,
      when: { text: /(?:header|envelope) based anti-?spoofing policy|anti-?spoofing (?:policy|lockout)/i },
      source: MIMECAST,
      examples: [
        "550 Rejected by header based Anti-Spoofing policy: user@contoso.example - https://community.mimecast.com/docs/DOC-1369#550 [AbCd.uk12]",
      ],
    },
    {
      id: "gateways/mimecast-blocked-senders",
      cause: "sender_blocked_by_recipient",
      probability: 0.95,
      when: { text: /manually blocked senders/i },
      source: MIMECAST,
      examples: [
        "550 Rejected by header based manually Blocked Senders: user@example.org - https://community.mimecast.com/docs/DOC-1369#550",
      ],
    },
    {
      id: "gateways/mimecast-dmarc",
      cause: "dmarc_failure",
      probability: 0.97,
      when: { text: /dmarc sender invalid/i },
      source: MIMECAST,
      examples: [
        "550 DMARC Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550",
      ],
    },
    {
      id: "gateways/mimecast-spf",
      cause: "spf_failure",
      probability: 0.96,
      when: { text: /spf sender invalid/i },
      source: MIMECAST,
      examples: [
        "550 SPF Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550",
      ],
    },
    {
      id: "gateways/mimecast-dkim",
      cause: "dkim_failure",
      probability: 0.96,
      when: { text: /dkim sender invalid/i },
      source: MIMECAST,
      examples: [
        "550 DKIM Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550",
      ],
    },
    {
      id: "gateways/mimecast-security-policies",
      cause: "policy_rule_recipient",
      probability: 0.9,
      when: { text: /email rejected due to security policies/i },
      source: MIMECAST,
      examples: [
        "554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554 [AbCd.us]",
      ],
    },
    {
      id: "gateways/mimecast-invalid-recipient",
      cause: "recipient_unknown",
      probability: 0.95,
      when: {
        text: [
          /^(?:\d{3}[ -])?(?:5\.\d\.\d )?invalid recipient -? ?https?:\/\/community\.mimecast/i,
          /550 invalid recipient - http/i,
        ],
      },
      source: MIMECAST,
      examples: ["550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEf.us198]"],
    },
    {
      id: "gateways/mimecast-rejected-by-reputation",
      cause: "reputation_low",
      probability: 0.85,
      otherCauses: [{ cause: "ip_blocklisted", probability: 0.1 }],
      when: {
        text: [
          /(?:local cbl|ip) reputation.{0,40}mimecast|mimecast.{0,60}reputation|csi-mimecast/i,
          /found on (?:mimecast )?ip reputation/i,
        ],
      },
      source: MIMECAST,
      examples: [
        "550 Sender IP found on IP reputation list of mimecast - https://community.mimecast.com/docs/DOC-1369#550",
      ],
    },
    {
      id: "gateways/mimecast-loop",
      cause: "routing_loop",
      probability: 0.95,
      when: {
        text: [
          /(?:too many|maximum) (?:email )?(?:hops|received headers).{0,80}mimecast/i,
          /message bouncing due to (?:mail )?loop/i,
        ],
      },
      source: MIMECAST,
      examples: [
        "554 Mail loop detected: message bouncing due to mail loop - https://community.mimecast.com/docs/DOC-1369#554",
      ],
    },
    {
      id: "gateways/mimecast-rate",
      cause: "rate_limited",
      probability: 0.93,
      when: {
        text: [
          /ip temporarily blacklisted|(?:sender|recipient) count exceeds limit/i,
          /message rate limit.{0,40}mimecast/i,
        ],
      },
      source: MIMECAST,
      examples: [
        "451 IP temporarily blacklisted; IP has been temporarily blocked - https://community.mimecast.com/docs/DOC-1369#451",
      ],
    },
    {
      id: "gateways/mimecast-policy-reference",
      cause: "policy_rule_recipient",
      probability: 0.7,
      otherCauses: [{ cause: "spam_content", probability: 0.2 }],
      when: {
        text: [
          /rejected by (?:ur[il]|content|attachment) (?:protection|policy)/i,
          /content (?:examination|policy) violation|policy:? reject.{0,40}mimecast/i,
        ],
      },
      source: MIMECAST,
      examples: ["554 Rejected by URL Protection policy - https://community.mimecast.com/docs/DOC-1369#554"],
    },
    // Proofpoint
    {
      id: "gateways/proofpoint-dynamic-reputation",
      cause: "ip_blocklisted",
      probability: 0.94,
      when: {
        text: [
          /(?:blocked|refused|rejected)(?: using| by|:|;| -|\.).{0,60}(?:prs|ipcheck|pdr)\.proofpoint\.com/i,
          /blocked using .{0,30}proofpoint|proofpoint dynamic reputation/i,
          /blocked.{0,10}see https?:\/\/(?:ipcheck|support)\.proofpoint\.com/i,
        ],
      },
      source: PROOFPOINT,
      examples: [
        "550 5.7.1 Mail from 192.0.2.10 blocked using prs.proofpoint.com; please visit https://ipcheck.proofpoint.com/?ip=192.0.2.10",
        "554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using Proofpoint Dynamic Reputation",
      ],
    },
    {
      id: "gateways/proofpoint-user-invalid",
      cause: "recipient_unknown",
      probability: 0.96,
      when: { text: /user email address is marked as invalid/i },
      source: PROOFPOINT,
      examples: [
        "550 5.7.1 <nobody@contoso.example>: Recipient address rejected: User email address is marked as invalid",
      ],
    },
    {
      id: "gateways/proofpoint-essentials-relay",
      cause: "relay_denied",
      probability: 0.93,
      when: {
        text: [
          /(?:domain|user|sender) (?:is )?not (?:registered|provisioned|configured|enabled) .{0,40}(?:proofpoint|ppe|essentials)/i,
          /please turn on smtp authentication.{0,40}ppe/i,
        ],
      },
      source: PROOFPOINT,
      examples: [
        "554 5.7.1 <jane@contoso.example>: Relay access denied; domain not configured in Proofpoint Essentials",
      ],
    },
    {
      id: "gateways/proofpoint-quarantine",
      cause: "spam_content",
      probability: 0.85,
      when: {
        text: [
          /message content rejected, ?id=/i,
          /5\.7\.1 message rejected due to unacceptable attachments.{0,20}proofpoint/i,
          /rejected by proofpoint/i,
        ],
      },
      source: PROOFPOINT,
      examples: ["554 5.7.1 Message content rejected, id=12345-01-2 - rejected by Proofpoint"],
    },
    {
      id: "gateways/proofpoint-access-denied",
      cause: "policy_rejected",
      probability: 0.5,
      otherCauses: [
        { cause: "sender_blocked_by_recipient", probability: 0.25 },
        { cause: "reputation_low", probability: 0.2 },
      ],
      when: { text: /5\.7\.0 (?:local policy violation|sender rejected\.? policy)|local policy violation/i },
      source: PROOFPOINT,
      examples: ["550 5.7.0 Local Policy Violation", "554 5.7.0 Local policy violation"],
    },
    // Barracuda
    {
      id: "gateways/barracuda-no-such-user",
      cause: "recipient_unknown",
      probability: 0.97,
      when: { text: /cuda_nsu|no such user \(.{1,120}\) \(?cuda/i },
      source: BARRACUDA,
      examples: [
        "550 cuda_nsu nobody@contoso.example: User unknown",
        "550 No such user (nobody@contoso.example) (cuda_nsu)",
      ],
    },
    {
      id: "gateways/barracuda-blocked",
      cause: "policy_rule_recipient",
      probability: 0.65,
      otherCauses: [
        { cause: "spam_content", probability: 0.15 },
        { cause: "reputation_low", probability: 0.1 },
      ],
      when: { text: /permanent failure for one or more recipients .{0,300}:blocked/i },
      source: BARRACUDA,
      examples: ["550 permanent failure for one or more recipients (jane@contoso.example:blocked)"],
    },
    {
      id: "gateways/barracuda-recipient-failed",
      cause: "recipient_unknown",
      probability: 0.7,
      otherCauses: [{ cause: "policy_rejected", probability: 0.2 }],
      when: { text: /permanent failure for one or more recipients .{0,300}:(?:5\d\d|550)/i },
      source: BARRACUDA,
      examples: ["550 permanent failure for one or more recipients (jane@contoso.example:550 5.1.1 ...)"],
    },
    {
      id: "gateways/barracuda-reputation",
      cause: "ip_blocklisted",
      probability: 0.93,
      when: {
        text: [
          /barracudanetworks\.com\/reputation/i,
          /blocked using (?:the )?barracuda ?(?:reputation|central|rbl)/i,
        ],
      },
      source: "https://www.barracudacentral.org/lookups",
      examples: [
        "554 Service unavailable; Client host [192.0.2.10] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=192.0.2.10",
      ],
    },
    {
      id: "gateways/barracuda-intent",
      cause: "spam_content",
      probability: 0.85,
      when: {
        text: [
          /blocked .{0,20}due to (?:spam|intent|barracuda)/i,
          /message was rejected due to .{0,20}(?:intent|bulk email)/i,
          /rejected due to inappropriate content/i,
        ],
      },
      source: BARRACUDA,
      examples: [
        "554 rejected due to inappropriate content",
        "554 Message blocked due to spam content in the message: intent analysis by Barracuda",
      ],
    },
    {
      id: "gateways/barracuda-rate-control",
      cause: "rate_limited",
      probability: 0.94,
      when: {
        text: [
          /(?:too many|maximum) (?:messages|connections) .{0,60}rate control|rate control(?:ed|led)?\b/i,
          /mail from .{1,90} rejected for policy reasons: rate/i,
        ],
      },
      source: BARRACUDA,
      examples: ["421 Too many messages from this sender: rate controlled, please try again later"],
    },
    // Cisco
    {
      id: "gateways/cisco-poor-reputation",
      cause: "reputation_low",
      probability: 0.95,
      when: { text: /sending mta's poor reputation|rejected due to (?:the )?sending mta/i },
      source: CISCO,
      examples: [
        "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
      ],
    },
    {
      id: "gateways/cisco-rate",
      cause: "rate_limited",
      probability: 0.9,
      when: {
        text: [
          /too many (?:recipients|messages) received (?:this|in the last|from the sender)/i,
          /recipients? received (?:this|in the) (?:hour|session)|#4\.x\.2/i,
          /too many recipients (?:received|from) (?:this|the) (?:hour|sender|host)/i,
        ],
      },
      source: CISCO,
      examples: [
        "452 Too many recipients received this hour",
        "452 4.7.1 Too many recipients received from the sender",
      ],
    },
    {
      id: "gateways/cisco-sender-hat-refused",
      cause: "reverse_dns",
      probability: 0.8,
      when: {
        text: [
          /sender(?:'s)? (?:host|ip).{0,40}could not be verified by (?:a )?dns/i,
          /connecting host ptr record does not exist|sender base reputation.{0,20}none/i,
        ],
      },
      source: CISCO,
      examples: ["554 5.7.1 Connecting host PTR record does not exist in DNS"],
    },
    {
      id: "gateways/cisco-address-rejected",
      cause: "recipient_unknown",
      probability: 0.85,
      otherCauses: [{ cause: "recipient_restricted", probability: 0.1 }],
      when: { text: /#5\.1\.0 address rejected|5\.1\.0 address rejected|5\.1\.0 - unknown address error/i },
      source: CISCO,
      examples: [
        "550 #5.1.0 Address rejected nobody@contoso.example",
        "5.1.0 - Unknown address error 550-'5.1.1 nobody@contoso.example'",
      ],
    },
    {
      id: "gateways/cisco-bounce-verification",
      cause: "forged_sender",
      probability: 0.85,
      when: { text: /bounce verification|not a valid bounce|bounce address tag/i },
      source: CISCO,
      examples: ["550 #5.1.0 Rejected by bounce verification."],
    },
    {
      id: "gateways/cisco-dmarc",
      cause: "dmarc_failure",
      probability: 0.95,
      when: { text: /#5\.7\.1 dmarc|dmarc unauthenticated mail is prohibited/i },
      source: CISCO,
      examples: ["550 #5.7.1 DMARC unauthenticated mail is prohibited."],
    },
    // Symantec (MessageLabs)
    {
      id: "gateways/symantec-invalid-recipient",
      cause: "recipient_unknown",
      probability: 0.95,
      when: { text: /invalid recipient <?[^ ]{0,90}>? ?\(#5\.1\.1\)/i },
      source: SYMANTEC,
      examples: ["550 Invalid recipient <nobody@contoso.example> (#5.1.1)"],
    },
    {
      id: "gateways/symantec-message-filtered",
      cause: "spam_content",
      probability: 0.86,
      otherCauses: [{ cause: "policy_rejected", probability: 0.08 }],
      when: {
        text: [
          /message filtered\.? (?:refer to|please see)|553-?message filtered/i,
          /^(?:\d{3}[- ])?(?:5\.\d\.\d )?message filtered/i,
        ],
      },
      source: SYMANTEC,
      examples: [
        "553 Message filtered. Refer to the Troubleshooting page at http://www.symanteccloud.com/troubleshooting for more information. (#5.7.1)",
        "553 Message filtered",
      ],
    },
    {
      id: "gateways/symantec-traffic-shaping",
      cause: "rate_limited",
      probability: 0.7,
      otherCauses: [
        { cause: "greylisted", probability: 0.15 },
        { cause: "receiver_busy", probability: 0.1 },
      ],
      when: {
        text: [
          /please try again later.{0,80}(?:messagelabs|symanteccloud)/i,
          /messagelabs.{0,80}(?:try again|temporarily)/i,
          /requested action aborted: local error in processing.{0,30}symantec/i,
        ],
      },
      source: SYMANTEC,
      examples: [
        "421 Service Temporarily Unavailable, please try again later. See http://www.messagelabs.com/support (#4.4.5)",
      ],
    },
    {
      id: "gateways/symantec-connection-refused",
      cause: "reputation_low",
      probability: 0.8,
      otherCauses: [{ cause: "ip_blocklisted_private", probability: 0.15 }],
      when: {
        text: [
          /ipremoval\.sms\.symantec\.com|connection refused.{0,80}(?:messagelabs|symanteccloud)/i,
          /brightmail.{0,40}(?:reputation|blocked)/i,
        ],
      },
      source: SYMANTEC,
      examples: [
        "554 5.7.1 You are not allowed to connect: http://ipremoval.sms.symantec.com/?ip=192.0.2.10",
      ],
    },
    // Trend Micro
    {
      id: "gateways/trend-invalid-recipient",
      cause: "recipient_unknown",
      probability: 0.93,
      when: { text: /(?:ers-)?invalid-recipient|recipient address rejected: ?ers/i },
      source: TREND,
      examples: ["550 5.7.1 <nobody@contoso.example>: Recipient address rejected: Invalid-Recipient"],
    },
    {
      id: "gateways/trend-customer-block",
      cause: "sender_blocked_by_recipient",
      probability: 0.93,
      when: { text: /ers-customized-block|block-send-er|block-rcpt|imss-rejected/i },
      source: TREND,
      examples: [
        "554 5.7.1 <user@example.org>: Sender address rejected: BLOCK-SEND-ER",
        "550 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using Trend Micro Email Reputation Service: ERS-Customized-Block",
        "554 5.7.1 <jane@contoso.example>: Recipient address rejected: BLOCK-RCPT",
      ],
    },
    {
      id: "gateways/trend-ers-dynamic",
      cause: "ip_policy",
      probability: 0.9,
      when: { text: /\bers-dul\b|mail-abuse\.com\/.{0,40}dul/i },
      source: TREND,
      examples: [
        "550 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using Trend Micro RBL+. ERS-DUL",
      ],
    },
    {
      id: "gateways/trend-ers-blocklist",
      cause: "ip_blocklisted",
      probability: 0.94,
      when: {
        text: [
          /\bers-(?:rbl|qil|black)|trend micro (?:rbl|email reputation|network)|ers\.trendmicro\.com/i,
          /mail-abuse\.com/i,
        ],
      },
      source: TREND,
      examples: [
        "550 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using Trend Micro Email Reputation Service. Please see https://servicecentral.trendmicro.com/en-US/ers/ip-lookup; ERS-QIL",
      ],
    },
    // Sophos, Hornetsecurity, Vade, Cloudmark, Fortinet, Forcepoint, SpamExperts and the rest
    {
      id: "gateways/sophos-blocked",
      cause: "policy_rule_recipient",
      probability: 0.6,
      otherCauses: [{ cause: "spam_content", probability: 0.3 }],
      when: {
        text: [
          /sophos (?:anti-?spam|central|email).{0,60}(?:reject|block)|blocked by sophos/i,
          /(?:reject|block)ed by sophos/i,
        ],
      },
      source: SOPHOS,
      examples: ["550 5.7.1 Message blocked by Sophos Email policy"],
    },
    {
      id: "gateways/sophos-command-rejected",
      cause: "reputation_low",
      probability: 0.6,
      otherCauses: [
        { cause: "policy_rejected", probability: 0.2 },
        { cause: "relay_denied", probability: 0.1 },
      ],
      when: { text: /(?:550|554) command rejected\b|5\.7\.1 command rejected\b/i },
      source: SOPHOS,
      examples: ["550 5.7.1 Command rejected"],
    },
    {
      id: "gateways/hornet-unknown",
      cause: "recipient_unknown",
      probability: 0.93,
      when: {
        text: [
          /(?:recipient|user|mailbox|address) (?:unknown|does not exist|not found).{0,80}(?:antispameurope|hornetsecurity)/i,
          /(?:antispameurope|hornetsecurity).{0,80}(?:recipient|user) (?:unknown|does not exist|not found)/i,
        ],
      },
      source: HORNET,
      examples: [
        "550 5.1.1 <nobody@contoso.example>: Recipient address rejected: user unknown, mx-gate01-hz1.antispameurope.com",
      ],
    },
    {
      id: "gateways/hornet-spam",
      cause: "spam_content",
      probability: 0.85,
      when: {
        text: [
          /(?:antispameurope|hornetsecurity).{0,80}(?:spam|reject)/i,
          /(?:spam|rejected).{0,80}(?:antispameurope|hornetsecurity)/i,
        ],
      },
      source: HORNET,
      examples: ["554 5.7.1 Message classified as spam, rejected by hornetsecurity.com (mx-gate12)"],
    },
    {
      id: "gateways/vade-spam",
      cause: "spam_content",
      probability: 0.88,
      when: {
        text: [
          /vade ?(?:secure|retro|filter)?.{0,40}(?:spam|scam|phish|reject)/i,
          /\bspam:(?:high|medium|low)\b.{0,40}vade|message rejected.{0,40}vade/i,
        ],
      },
      source: "https://sendertool.vadesecure.com/",
      examples: ["554 5.7.1 Message rejected by Vade Secure: spam"],
    },
    {
      id: "gateways/vade-sender-tool",
      cause: "ip_blocklisted_private",
      probability: 0.85,
      when: { text: /sendertool\.vadesecure\.com|vadesecure\.com\/.{0,40}ip/i },
      source: "https://sendertool.vadesecure.com/",
      examples: ["550 5.7.1 Your IP 192.0.2.10 is blocked, see https://sendertool.vadesecure.com/en/"],
    },
    {
      id: "gateways/cloudmark-csi",
      cause: "ip_blocklisted",
      probability: 0.92,
      when: {
        text: [
          /csi\.cloudmark\.com|cloudmark (?:sender intelligence|csi)/i,
          /(?:blocked|blacklisted|poor reputation).{0,40}cloudmark/i,
        ],
      },
      source: "https://csi.cloudmark.com/en/reset/",
      examples: [
        "550 5.7.1 192.0.2.10 blocked by Cloudmark Sender Intelligence; see https://csi.cloudmark.com/en/reset/?ip=192.0.2.10",
      ],
    },
    {
      id: "gateways/fortimail-reputation",
      cause: "ip_blocklisted",
      probability: 0.86,
      when: {
        text: [
          /fortiguard(?:-| )?antispam|blacklisted by fortiguard/i,
          /fortimail.{0,40}(?:reputation|blocklist)/i,
        ],
      },
      source: "https://www.fortiguard.com/services/as",
      examples: [
        "554 5.7.1 This message has been blocked because of the sender IP in FortiGuard AntiSpam blacklisted",
      ],
    },
    {
      id: "gateways/forcepoint-policy",
      cause: "policy_rule_recipient",
      probability: 0.7,
      otherCauses: [{ cause: "spam_content", probability: 0.2 }],
      when: {
        text: [
          /(?:mailcontrol|forcepoint|websense).{0,60}(?:reject|block|denied)/i,
          /(?:reject|block)ed by (?:mailcontrol|forcepoint|websense)/i,
        ],
      },
      source: "https://support.forcepoint.com/",
      examples: ["554 5.7.1 Message rejected by Forcepoint Email Security policy"],
    },
    {
      id: "gateways/spamexperts-unknown",
      cause: "recipient_unknown",
      probability: 0.93,
      when: {
        text: [
          /verification failed for <[^ >]{1,90}> ?(?:the mail server|unrouteable|invalid)/i,
          /no such recipient here.{0,40}(?:spamexperts|antispamcloud)/i,
        ],
      },
      source: "https://documentation.n-able.com/mail-assure/",
      examples: [
        "550 Verification failed for <nobody@contoso.example> The mail server could not deliver: no such user",
      ],
    },
    {
      id: "gateways/spamexperts-high-score",
      cause: "spam_content",
      probability: 0.92,
      when: {
        text: [
          /considered unsolicited bulk (?:e-?mail|mail)|high probability of spam/i,
          /(?:spamexperts|antispamcloud).{0,60}(?:spam|reject)/i,
        ],
      },
      source: "https://documentation.n-able.com/mail-assure/",
      examples: [
        "550 High probability of spam",
        "554 This message has been considered unsolicited bulk mail and rejected",
      ],
    },
    {
      id: "gateways/mailguard-family",
      cause: "spam_content",
      probability: 0.85,
      when: {
        text: /(?:appriver|mxlogic|mcafee|spamtitan|mailguard|securence|spamhero|mailroute|libraesva|retarus|eleven|expurgate|trustwave|mailmarshal).{0,60}(?:spam|considered)/i,
      },
      source: "observed: replies of smaller gateways",
      examples: ["554 Denied [CS] (Mode: normal), mxlogic: message considered spam"],
    },
    {
      id: "gateways/mxlogic-denied",
      cause: "policy_rejected",
      probability: 0.5,
      otherCauses: [
        { cause: "reputation_low", probability: 0.25 },
        { cause: "sender_blocked_by_recipient", probability: 0.2 },
      ],
      when: { text: /denied \[[0-9a-z.-]{1,90}\] ?\(mode: (?:normal|disaster)/i },
      source: "observed: replies of MX Logic",
      examples: ["554 Denied [a1b2c3d4.0.12345.00-1234.67890.p01c12m123.mxlogic.net] (Mode: normal)"],
    },
    {
      id: "gateways/mfilter-policy",
      cause: "policy_rule_recipient",
      probability: 0.7,
      otherCauses: [{ cause: "content_rejected", probability: 0.2 }],
      when: { text: /m-filter.{0,60}(?:reject|refus|block|拒否)|(?:rejected|refused) by m-filter/i },
      source: "https://www.daj.jp/bs/mf/",
      examples: ["550 5.7.1 Message rejected by m-FILTER policy"],
    },
    {
      id: "gateways/cloudflare-area1",
      cause: "spam_content",
      probability: 0.75,
      when: { text: /area ?1 (?:security|horizon).{0,40}(?:reject|block)|(?:reject|block)ed by area ?1/i },
      source: "https://developers.cloudflare.com/email-security/",
      examples: ["554 5.7.1 Message rejected by Area 1 Security"],
    },
    {
      id: "gateways/amavis-banned",
      cause: "attachment_policy",
      probability: 0.95,
      when: { text: /rejected,? id=.{1,40} - banned|banned (?:name|contents|file)|- banned: /i },
      source: "https://www.ijs.si/software/amavisd/",
      examples: [
        "554 5.7.0 Reject, id=12345-06 - BANNED: .exe,.exe-ms,invoice.exe",
        "554 5.7.0 Rejected, id=02345-06 - banned (P=p003,L=1,M=multipart/mixed)",
      ],
    },
    {
      id: "gateways/amavis-infected",
      cause: "malware_or_phishing",
      probability: 0.97,
      when: { text: /id=[0-9a-z_-]{3,40} - (?:virus|infected)/i },
      source: "https://www.ijs.si/software/amavisd/",
      examples: ["554 5.7.0 Reject, id=12345-06 - INFECTED: Eicar-Test-Signature"],
    },
    {
      id: "gateways/amavis-spam",
      cause: "spam_content",
      probability: 0.96,
      when: { text: /id=[0-9a-z_-]{3,40} - spam|reject,? id=.{1,40} - spam/i },
      source: "https://www.ijs.si/software/amavisd/",
      examples: ["554 5.7.0 Reject, id=12345-06 - spam"],
    },
    {
      id: "gateways/amavis-bad-header",
      cause: "message_malformed",
      probability: 0.93,
      when: { text: /id=[0-9a-z_-]{3,40} - bad[_ -]?header/i },
      source: "https://www.ijs.si/software/amavisd/",
      examples: ["554 5.6.0 Reject, id=12345-06 - BAD_HEADER"],
    },
  ],
});
