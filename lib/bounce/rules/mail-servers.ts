import { defineRules } from "../define-rule.ts";

const POSTFIX = "https://www.postfix.org/postconf.5.html";
const EXIM = "https://www.exim.org/exim-html-current/doc/html/spec_html/";
const SENDMAIL = "https://www.sendmail.org/m4/anti_spam.html";
const QMAIL = "https://cr.yp.to/qmail.html";
const CPANEL = "https://support.cpanel.net/hc/en-us/articles/1500012412561";
const DOMINO = "https://help.hcl-software.com/domino/";
const DOVECOT = "https://doc.dovecot.org/";

/** The fixed wordings of mail server software, whoever runs it. */
export const mailServers = defineRules({
  name: "mail-servers",
  providers: null,
  tier: "generic-text",
  rules: [
    // Postfix
    {
      id: "mail-servers/postfix-sender-unknown-user",
      cause: "sender_address_invalid",
      probability: 0.94,
      when: { text: /sender address rejected: user unknown/i },
      source: POSTFIX,
      examples: [
        "550 5.1.0 <user@example.org>: Sender address rejected: User unknown in virtual mailbox table",
      ],
    },
    {
      id: "mail-servers/postfix-user-unknown-table",
      cause: "recipient_unknown",
      probability: 0.98,
      when: {
        text: [
          /user unknown in (?:local|virtual|relay|virtual alias|virtual mailbox) (?:recipient|mailbox|alias) table/i,
          /user unknown in .{0,30}table/i,
        ],
      },
      source: POSTFIX,
      examples: [
        "550 5.1.1 <nobody@example.com>: Recipient address rejected: User unknown in virtual mailbox table",
        "550 5.4.1 Recipient address rejected: user unknown in relay recipient table",
      ],
    },
    {
      id: "mail-servers/postfix-undeliverable-address",
      cause: "recipient_unknown",
      probability: 0.85,
      when: {
        text: /recipient address rejected: undeliverable address: (?:host .{1,260} said: )?(?:5\d\d|user unknown|unknown|no such)/i,
      },
      source: "https://www.postfix.org/ADDRESS_VERIFICATION_README.html",
      examples: [
        "550 5.1.1 <nobody@example.com>: Recipient address rejected: undeliverable address: host mx.example.net[192.0.2.25] said: 550 5.1.1 User unknown",
      ],
    },
    {
      id: "mail-servers/postfix-unverified-recipient",
      cause: "recipient_unknown",
      probability: 0.6,
      otherCauses: [{ cause: "receiver_system_error", probability: 0.2 }],
      when: {
        text: /recipient address rejected: (?:unverified (?:address|recipient)|undeliverable address)/i,
      },
      source: "https://www.postfix.org/ADDRESS_VERIFICATION_README.html",
      examples: [
        "450 4.1.1 <jane@example.com>: Recipient address rejected: unverified address: connect to mx.example.com[192.0.2.25]:25: Connection timed out",
      ],
    },
    {
      id: "mail-servers/postfix-sender-unverified",
      cause: "sender_address_invalid",
      probability: 0.93,
      when: {
        text: [
          /sender address rejected: (?:unverified|undeliverable) address/i,
          /sender (?:address )?verif(?:y|ication) (?:failed|failure)/i,
        ],
      },
      source: "https://www.postfix.org/ADDRESS_VERIFICATION_README.html",
      examples: [
        "450 4.1.7 <user@example.org>: Sender address rejected: unverified address: host mx.example.org[192.0.2.10] said: 550 5.1.1 User unknown",
        "550-Verification failed for <user@example.org> 550 Sender verify failed",
      ],
    },
    {
      id: "mail-servers/postfix-sender-domain",
      cause: "sender_address_invalid",
      probability: 0.97,
      when: {
        text: /sender address rejected: (?:domain not found|malformed dns|domain of sender|need fully[ -]qualified|.{0,60}nullmx|domain .{0,60}does not accept mail|.{0,40}does not resolve|invalid (?:domain|address))/i,
      },
      source: POSTFIX,
      examples: [
        "450 4.1.8 <user@no-such.example>: Sender address rejected: Domain not found",
        "550 5.7.27 <user@example.org>: Sender address rejected: Domain example.org does not accept mail (nullMX)",
        "504 5.5.2 <user>: Sender address rejected: need fully-qualified address",
      ],
    },
    {
      id: "mail-servers/postfix-sender-login",
      cause: "policy_rejected",
      probability: 0.85,
      otherCauses: [{ cause: "smtp_auth_required", probability: 0.12 }],
      when: {
        text: [
          /sender address rejected: not (?:owned by|logged in)|sender login mismatch/i,
          /\b(?:you|user|account|client|login)\b[^.;]{0,40}not (?:allowed|permitted|authori[sz]ed) to (?:send|use|relay)\b[^.;]{0,30}\b(?:as|from|with)\b (?:the |this )?(?:sender |address )?["'<]?[^ @]{1,64}@/i,
        ],
      },
      source: POSTFIX,
      party: "sender_admin",
      examples: [
        "553 5.7.1 <user@example.org>: Sender address rejected: not owned by user other@example.org",
        "554 5.7.1 You are not allowed to send mail as user@example.org",
      ],
    },
    {
      id: "mail-servers/postfix-sender-access-denied",
      cause: "sender_blocked_by_recipient",
      probability: 0.8,
      otherCauses: [{ cause: "policy_rejected", probability: 0.15 }],
      when: {
        text: /sender address rejected: (?:access denied|blocked|blacklisted|rejected|spam|not allowed|denied|.{0,30}black ?list)/i,
      },
      source: "https://www.postfix.org/access.5.html",
      examples: ["554 5.7.1 <user@example.org>: Sender address rejected: Access denied"],
    },
    {
      id: "mail-servers/postfix-recipient-domain",
      cause: "domain_not_found",
      probability: 0.95,
      when: {
        text: /recipient address rejected: (?:domain not found|malformed dns|need fully[ -]qualified|.{0,40}does not resolve)/i,
      },
      source: POSTFIX,
      examples: ["450 4.1.2 <jane@no-such.example>: Recipient address rejected: Domain not found"],
    },
    {
      id: "mail-servers/postfix-recipient-null-mx",
      cause: "domain_accepts_no_mail",
      probability: 0.97,
      when: {
        text: [
          /recipient address rejected: domain .{1,260} does not accept mail/i,
          /does not accept mail \(nullmx\)/i,
        ],
      },
      source: "https://www.rfc-editor.org/rfc/rfc7505",
      examples: [
        "556 5.1.10 <jane@example.com>: Recipient address rejected: Domain example.com does not accept mail (nullMX)",
        "Domain example.com does not accept mail (nullMX)",
      ],
    },
    {
      id: "mail-servers/postfix-recipient-access-denied",
      cause: "policy_rejected",
      probability: 0.6,
      otherCauses: [
        { cause: "relay_denied", probability: 0.22 },
        { cause: "recipient_restricted", probability: 0.12 },
      ],
      when: { codes: ["5xx"], enhanced: ["5.7.1"], text: /recipient address rejected: access denied/i },
      source: "https://www.postfix.org/access.5.html",
      examples: ["554 5.7.1 <user2@example.com>: Recipient address rejected: Access denied"],
    },
    {
      id: "mail-servers/recipient-access-denied-unsigned",
      cause: "recipient_unknown",
      probability: 0.55,
      otherCauses: [
        { cause: "policy_rejected", probability: 0.25 },
        { cause: "recipient_restricted", probability: 0.1 },
      ],
      when: { text: /recipient address rejected ?: ?access denied/i },
      source: "https://technet.microsoft.com/en-us/library/ff715082",
      examples: [
        "554 <nobody@contoso.example>: Recipient address rejected: Access denied",
        "Recipient address rejected: Access denied",
      ],
    },
    {
      id: "mail-servers/postfix-client-hostname",
      cause: "reverse_dns",
      probability: 0.94,
      when: {
        text: [
          /client host rejected: cannot find your (?:reverse )?host ?name/i,
          /cannot find your (?:reverse )?hostname/i,
        ],
      },
      source: POSTFIX,
      examples: [
        "450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.10]",
        "550 5.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.10]",
      ],
    },
    {
      id: "mail-servers/postfix-helo",
      cause: "helo_invalid",
      probability: 0.96,
      when: {
        text: [
          /\b(?:helo|ehlo) (?:requires|needs|must)/i,
          /helo command rejected/i,
          /(?:helo|ehlo) .{0,40}(?:invalid|rejected|not (?:a )?(?:valid|resolv|fully|fqdn)|should be|does not (?:match|resolve)|required|is bogus|impersonat|mismatch|cannot be resolved|unacceptable)/i,
          /(?:invalid|bad|bogus|malformed|missing|unresolvable|forged|fake|improper) (?:helo|ehlo)/i,
          /invalid domain name in (?:helo|ehlo)/i,
          /\bgreeting (?:name|host ?name|argument)[^.;]{0,40}(?:is not|invalid|must|unknown|wrong)/i,
        ],
      },
      source: POSTFIX,
      examples: [
        "501 EHLO requires a valid hostname",
        "504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname",
        "450 4.7.1 <mail.local>: Helo command rejected: Host not found",
        "550 5.7.1 Invalid HELO name (See RFC2821 4.1.1.1)",
        "554 5.7.1 HELO mail.example.org does not resolve",
        "550 greeting name is not a FQDN",
      ],
    },
    {
      id: "mail-servers/postfix-client-access-denied",
      cause: "sender_blocked_by_recipient",
      probability: 0.55,
      otherCauses: [
        { cause: "ip_blocklisted_private", probability: 0.3 },
        { cause: "policy_rejected", probability: 0.12 },
      ],
      when: { text: /client host rejected: (?:access denied|blocked|abus|spam|.{0,40}(?:black|block)list)/i },
      source: "https://www.postfix.org/access.5.html",
      examples: ["554 5.7.1 <mail.example.org[192.0.2.10]>: Client host rejected: Access denied"],
    },
    {
      id: "mail-servers/amavis-unsolicited",
      cause: "spam_content",
      probability: 0.93,
      when: { text: /message content rejected, (?:ube|spam)\b/i },
      source: "https://www.ijs.si/software/amavisd/amavisd-new-docs.html",
      examples: ["550 5.7.1 Message content rejected, UBE, id=12345-03-2"],
    },
    {
      id: "mail-servers/postfix-rejected-in-maps",
      cause: "policy_rule_recipient",
      probability: 0.6,
      otherCauses: [{ cause: "spam_content", probability: 0.3 }],
      when: { text: /5\.7\.1 message content rejected|message content rejected/i },
      source: "https://www.postfix.org/header_checks.5.html",
      examples: ["550 5.7.1 message content rejected"],
    },
    {
      id: "mail-servers/policyd-weight",
      cause: "helo_invalid",
      probability: 0.5,
      otherCauses: [
        { cause: "reverse_dns", probability: 0.25 },
        { cause: "ip_blocklisted", probability: 0.2 },
      ],
      when: {
        text: /appeared to be spam or forged\. ask your mail.?.?dns-administrator|mta helo: .{1,260}mta hostname:/i,
      },
      source: "https://www.policyd-weight.org/",
      examples: [
        "550 5.7.1 Mail appeared to be SPAM or forged. Ask your Mail/DNS-Administrator to correct HELO and DNS MX settings or to get removed from DNSBLs; MTA helo: mx1, MTA hostname: host.example (helo/hostname mismatch)",
      ],
    },
    {
      id: "mail-servers/postfix-smtpd-timeout",
      cause: "network_error",
      probability: 0.9,
      when: { text: /\berror: timeout exceeded/i },
      source: POSTFIX,
      examples: ["421 4.4.2 mx.example.com Error: timeout exceeded"],
    },
    {
      id: "mail-servers/postfix-loops-back",
      cause: "routing_loop",
      probability: 0.96,
      when: {
        text: [
          /loops back to myself|mail (?:for|to) .{1,260} loops|mail forwarding loop for/i,
          /config(?:uration)? error: mail loops back|local configuration error.{0,20}loop/i,
        ],
      },
      source: "https://www.postfix.org/postconf.5.html#relay_domains",
      examples: [
        "mail for example.com loops back to myself",
        "554 5.4.6 mail forwarding loop for jane@example.com",
      ],
    },
    {
      id: "mail-servers/postfix-server-config",
      cause: "receiver_system_error",
      probability: 0.93,
      when: {
        text: [
          /server configuration (?:error|problem)|queue file write error/i,
          /internal (?:software|server) error|temporary lookup failure/i,
          /local data error while talking to|mail system configuration error/i,
          /alias (?:database|file) unavailable|fatal: |unable to look up (?:host|user)/i,
          /lookup table .{0,40}(?:error|problem)|bad command startup|mail transport unavailable/i,
        ],
      },
      source: POSTFIX,
      examples: [
        "451 4.3.5 Server configuration error",
        "451 4.3.0 Error: queue file write error",
        "450 4.3.2 <jane@example.com>: Recipient address rejected: Temporary lookup failure",
        "mail transport unavailable",
      ],
    },
    {
      id: "mail-servers/postfix-file-size-limit",
      cause: "mailbox_full",
      probability: 0.9,
      when: {
        text: [
          /error writing message: (?:file too large|disk quota exceeded)/i,
          /maildir (?:over quota|delivery failed: .{0,60}quota)|create .{1,120}: disk quota exceeded/i,
          /disk quota exceeded/i,
        ],
      },
      source: "https://www.postfix.org/postconf.5.html#mailbox_size_limit",
      examples: [
        "can't create user output file. Command output: procmail: Quota exceeded; error writing message: Disk quota exceeded",
        "maildir delivery failed: create maildir file /home/jane/Maildir/tmp/1: Disk quota exceeded",
      ],
    },
    {
      id: "mail-servers/command-died",
      cause: "receiver_system_error",
      probability: 0.85,
      when: {
        text: [
          /command (?:died with status|time limit exceeded)(?!.{0,200}(?:quota|full\b|unknown|no such|not exist|disabled|too large))|unknown mailer error \d{1,3}/i,
          /mailer (?:error|prog)|local delivery (?:agent )?failed/i,
          /cannot (?:create|open|append|write) (?:user )?(?:output|mailbox|maildir|temporary) ?file/i,
          /can't create (?:user )?(?:output|temp)|process (?:crashed|failed)/i,
          /pipe to \|.{0,120}(?:failed|returned)/i,
        ],
      },
      source: "https://www.postfix.org/pipe.8.html",
      examples: [
        'Command died with status 127: "/usr/bin/procmail"',
        "554 5.3.0 unknown mailer error 1",
        "can't create output file",
      ],
    },
    // Exim
    {
      id: "mail-servers/exim-unrouteable",
      cause: "recipient_unknown",
      probability: 0.72,
      otherCauses: [
        { cause: "domain_not_found", probability: 0.2 },
        { cause: "no_route", probability: 0.05 },
      ],
      when: { text: /unroute?able address(?!: domain)/i },
      source: `${EXIM}ch-generic_options_for_routers.html`,
      examples: ["Unrouteable address", "550 Unrouteable address", "550 5.1.1 Unroutable address"],
    },
    {
      id: "mail-servers/exim-all-relevant-mx",
      cause: "domain_not_found",
      probability: 0.6,
      otherCauses: [
        { cause: "dns_failure", probability: 0.25 },
        { cause: "no_route", probability: 0.1 },
      ],
      when: {
        text: [
          /all relevant mx records point to non-?existent hosts/i,
          /an mx or srv record indicated no smtp service|lowest numbered mx record points to local host/i,
          /no valid mx records/i,
        ],
      },
      source: `${EXIM}ch-the_dnslookup_router.html`,
      examples: [
        "all relevant MX records point to non-existent hosts",
        "lowest numbered MX record points to local host",
      ],
    },
    {
      id: "mail-servers/exim-retry-timeout",
      cause: "delivery_expired",
      probability: 0.7,
      otherCauses: [
        { cause: "host_unreachable", probability: 0.2 },
        { cause: "greylisted", probability: 0.05 },
      ],
      when: {
        text: /^retry timeout exceeded$|all hosts (?:for .{1,260} )?have been failing for a long time/i,
      },
      source: `${EXIM}ch-retry_configuration.html`,
      examples: [
        "retry timeout exceeded",
        "all hosts have been failing for a long time and were last tried after this message arrived",
      ],
    },
    {
      id: "mail-servers/exim-callout",
      cause: "sender_address_invalid",
      probability: 0.9,
      when: {
        text: [
          /sender (?:verify|verification) (?:failed|fail)|could not complete sender verify/i,
          /callout verification failed/i,
          /verification failed for <[^>]{1,120}>.{0,80}(?:sender|callout|previous)/i,
        ],
      },
      source: `${EXIM}ch-access_control_lists.html`,
      examples: [
        "451 Could not complete sender verify callout",
        "550 Callout verification failed: 550 5.1.1 no mailbox",
      ],
    },
    {
      id: "mail-servers/exim-discarded-cpanel-limit",
      cause: "sending_quota",
      probability: 0.95,
      when: {
        text: [
          /has exceeded the max(?:imum)? (?:emails|defers and failures|mails) per hour/i,
          /max(?:imum)? emails per (?:hour|day) .{0,60}(?:allowed|exceeded)|message discarded/i,
        ],
      },
      source: CPANEL,
      examples: [
        "Domain example.org has exceeded the max emails per hour (150/150 (100%)) allowed. Message discarded.",
        "Domain example.org has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.",
      ],
    },
    {
      id: "mail-servers/cpanel-account-suspended",
      cause: "sending_account_blocked",
      probability: 0.9,
      when: {
        text: [
          /outgoing mail from .{1,120} has been (?:suspended|disabled)/i,
          /sender(?:'s)? account .{0,60}(?:suspended|disabled) from sending|prohibited from sending/i,
          /your account (?:is|has been) (?:suspended|disabled|blocked) (?:from|for) (?:sending|spam)/i,
        ],
      },
      source: CPANEL,
      examples: ['Outgoing mail from "user@example.org" has been suspended.'],
    },
    {
      id: "mail-servers/exim-rejected-rcpt-auth",
      cause: "smtp_auth_required",
      probability: 0.75,
      otherCauses: [{ cause: "relay_denied", probability: 0.2 }],
      when: {
        text: [
          /please turn on smtp authentication|smtp authentication (?:is )?required/i,
          /is not permitted to relay through this server without authentication/i,
        ],
      },
      source: CPANEL,
      examples: [
        "550-Please turn on SMTP Authentication in your mail client. 550 mail.example.org is not permitted to relay through this server without authentication.",
      ],
    },
    {
      id: "mail-servers/exim-administrative-prohibition",
      cause: "policy_rejected",
      probability: 0.7,
      otherCauses: [
        { cause: "sender_blocked_by_recipient", probability: 0.15 },
        { cause: "spam_content", probability: 0.1 },
      ],
      when: { text: /administrative(?:ly)? prohibit(?:ion|ed)(?!:? ?-? ?(?:unknown|no such|invalid))/i },
      source: `${EXIM}ch-access_control_lists.html`,
      examples: ["550 Administrative prohibition", "550 5.7.1 Administrative prohibition"],
    },
    {
      id: "mail-servers/exim-junkmail-rejected",
      cause: "spam_content",
      probability: 0.6,
      otherCauses: [{ cause: "ip_blocklisted", probability: 0.35 }],
      when: { text: /junk ?mail rejected/i },
      source: CPANEL,
      examples: ["550 JunkMail rejected - mail.example.org [192.0.2.10]:45678"],
    },
    {
      id: "mail-servers/smtp-synchronisation",
      cause: "protocol_error",
      probability: 0.95,
      when: {
        text: [
          /smtp (?:protocol )?synchroni[sz]ation error|smtp protocol (?:violation|error)/i,
          /pipelining (?:is )?not (?:allowed|permitted)|improper use of (?:smtp )?command pipelining/i,
          /talked too soon|protocol (?:violation|error): (?:too|talk)/i,
        ],
      },
      source: `${EXIM}ch-access_control_lists.html`,
      examples: ["554 SMTP synchronization error", "503 5.5.0 improper use of SMTP command pipelining"],
    },
    // sendmail
    {
      id: "mail-servers/sendmail-ip-lookup",
      cause: "reverse_dns",
      probability: 0.95,
      when: {
        text: [
          /ip name (?:lookup failed|possibly forged)|fix reverse dns for/i,
          /relaying temporarily denied\. cannot resolve ptr record|cannot resolve ptr record/i,
        ],
      },
      source: SENDMAIL,
      examples: [
        "550 5.7.1 Fix reverse DNS for 192.0.2.10",
        "450 4.7.1 Relaying temporarily denied. Cannot resolve PTR record for 192.0.2.10",
        "550 5.7.1 IP name lookup failed [192.0.2.10]",
      ],
    },
    {
      id: "mail-servers/sendmail-relaying-denied",
      cause: "relay_denied",
      probability: 0.96,
      when: {
        text: [
          /not in (?:my|our|the) list of (?:local|relay|allowed|accepted) domains/i,
          /domain [^ ]{1,200} (?:is )?not (?:handled|hosted|served|accepted) (?:here|by)/i,
          /relaying (?:is |temporarily )?(?:denied|prohibited|not (?:allowed|permitted)|disallowed|refused)/i,
          /relay(?:ing)? (?:access )?(?:is )?(?:denied|not permitted|not allowed|prohibited|forbidden|refused|rejected)/i,
          /not (?:permitted|allowed|authori[sz]ed) to relay/i,
          /we do(?:n't| not) (?:accept (?:e-?mail|mail|messages) for (?!this (?:mailbox|user|address))|relay)/i,
          /(?:does|do|will) not relay|relay not (?:permitted|allowed)|unable to relay/i,
          /mail relay(?:ing)? (?:denied|not)|no relaying|cannot relay|can't relay/i,
          /not an? (?:open )?relay|non-?relay(?:ing)? (?:site|host)|unauthori[sz]ed relay/i,
          /open relay (?:not|denied)|is not (?:a )?(?:local|relay) (?:domain|host)/i,
          /not a local (?:domain|address|user domain)|not local host|not a gateway/i,
          /domain (?:is )?not (?:local|hosted|in (?:my|our) list|handled)/i,
          /we do not (?:host|accept mail for|handle) (?:this|that|the) domain/i,
          /(?:that|this) domain isn't in my list of allowed rcpthosts|rcpthosts/i,
          /not one of our (?:domains|customers|users)|no such domain (?:at this location|here)/i,
          /relay prohibited|\brelay(?:ing)? is (?:disabled|off|not (?:allowed|permitted|enabled))|\brelaying (?:to|for) [^;]{1,120}(?:prohibited|denied|not (?:permitted|allowed)|forbidden|refused)/i,
          /\brelaying (?:of )?(?:mail |messages? )?(?:to|for|from) [^ ]{1,120} (?:is |has been |was )?(?:not (?:allowed|permitted|possible)|denied|prohibited|refused|forbidden|disabled)/i,
        ],
      },
      source: SENDMAIL,
      examples: [
        "550 5.7.1 example.com not in my list of local domains",
        "550 Domain example.com is not handled here",
        "550 5.7.1 <jane@example.com>... Relaying denied",
        "554 5.7.1 <jane@example.com>: Relay access denied",
        "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
        "550 relay not permitted",
        "550 relaying to <jane@example.com> prohibited by administrator",
        "553 5.7.1 sorry, relaying denied from your location [192.0.2.10]",
        "550 5.7.1 We do not relay for example.com",
        "550 relaying mail to example.com is not allowed",
      ],
    },
    {
      id: "mail-servers/sendmail-access-map",
      cause: "policy_rejected",
      probability: 0.55,
      otherCauses: [
        { cause: "sender_blocked_by_recipient", probability: 0.25 },
        { cause: "ip_blocklisted_private", probability: 0.15 },
      ],
      when: {
        text: [
          /5\.[0-9]\.[0-9] <?[^ ]{0,120}>?\.\.\. (?:access denied|mail rejected|rejected)/i,
          /^550 5\.0\.0 access denied/i,
        ],
      },
      source: SENDMAIL,
      examples: ["550 5.7.1 <user@example.org>... Access denied", "550 5.0.0 Access denied"],
    },
    {
      id: "mail-servers/sendmail-gave-up",
      cause: "policy_rejected",
      probability: 0.35,
      otherCauses: [
        { cause: "receiver_system_error", probability: 0.25 },
        { cause: "spam_content", probability: 0.1 },
      ],
      // What sendmail says of any refusal; the reason stands in the reply before it, if anywhere.
      when: { text: /^554 5\.0\.0 service unavailable\W{0,5}$/i },
      source: SENDMAIL,
      examples: ["554 5.0.0 Service unavailable"],
    },
    {
      id: "mail-servers/sendmail-message-deferred",
      cause: "host_unreachable",
      probability: 0.6,
      otherCauses: [{ cause: "delivery_expired", probability: 0.3 }],
      when: {
        text: /deferred: (?:connection|operation|no route|name server)|will keep trying until message is/i,
      },
      source: SENDMAIL,
      examples: ["stat=Deferred: Operation timed out with mx.example.com."],
    },
    // qmail and its children
    {
      id: "mail-servers/qmail-no-mailbox-here",
      cause: "recipient_unknown",
      probability: 0.97,
      when: {
        text: [
          /no mailbox here by that name|sorry, no mailbox|does not have (?:a|an) .{1,60} mailbox/i,
          /no mailbox (?:by|with) that name|this address no longer accepts mail/i,
        ],
      },
      source: QMAIL,
      examples: [
        "Sorry, no mailbox here by that name. (#5.1.1)",
        "550 sorry, no mailbox here by that name (#5.1.1 - chkuser)",
        "This address no longer accepts mail.",
      ],
    },
    {
      id: "mail-servers/qmail-unable-to-chdir",
      cause: "recipient_disabled",
      probability: 0.55,
      otherCauses: [
        { cause: "recipient_unknown", probability: 0.25 },
        { cause: "receiver_system_error", probability: 0.18 },
      ],
      when: {
        text: [
          /unable to (?:chdir to maildir|switch to home directory)/i,
          /home directory is (?:writable|sticky)/i,
        ],
      },
      source: QMAIL,
      examples: ["Unable to chdir to maildir."],
    },
    {
      id: "mail-servers/qmail-connection",
      cause: "host_unreachable",
      probability: 0.93,
      when: {
        text: [
          /sorry, i wasn't able to establish an smtp connection/i,
          /although i'm listed as a best-preference mx/i,
        ],
      },
      source: QMAIL,
      examples: [
        "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1) I'm not going to try again; this message has been in the queue too long.",
      ],
    },
    {
      id: "mail-servers/qmail-connected-but",
      cause: "network_error",
      probability: 0.9,
      when: { text: /connected to .{1,60} but (?:connection died|greeting failed|sender was rejected)/i },
      source: QMAIL,
      examples: ["Connected to 192.0.2.25 but connection died. (#4.4.2)"],
    },
    {
      id: "mail-servers/qmail-badmailfrom",
      cause: "sender_blocked_by_recipient",
      probability: 0.85,
      when: {
        text: [
          /your envelope sender (?:is|has been) (?:in my badmailfrom|denied|rejected)|badmailfrom/i,
          /badrcptto/i,
        ],
      },
      source: QMAIL,
      examples: ["553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)"],
    },
    {
      id: "mail-servers/qmail-too-long-in-queue",
      cause: "delivery_expired",
      probability: 0.7,
      otherCauses: [{ cause: "host_unreachable", probability: 0.2 }],
      when: { text: /i'm not going to try again; this message has been in the queue too long/i },
      source: QMAIL,
      examples: ["I'm not going to try again; this message has been in the queue too long."],
    },
    // Domino, GroupWise, Zimbra, Dovecot, Cyrus, Courier and other stores
    {
      id: "mail-servers/domino-no-route",
      cause: "recipient_unknown",
      probability: 0.75,
      otherCauses: [{ cause: "no_route", probability: 0.15 }],
      when: {
        text: [
          /no route found to domain/i,
          /user .{1,120} not listed in (?:public|domino) (?:name & address book|directory)/i,
          /not (?:listed|found) in (?:the )?(?:public|domino) (?:name|directory|address book)/i,
          /not listed in domino directory/i,
        ],
      },
      source: DOMINO,
      examples: ["User nobody (nobody@example.com) not listed in Domino Directory"],
    },
    {
      id: "mail-servers/domino-router",
      cause: "receiver_system_error",
      probability: 0.7,
      when: {
        text: [
          /router: (?:unable to open mailbox|failed to connect|error)/i,
          /(?:database|mail file) .{0,60}(?:is corrupt|cannot be opened|unable to open)/i,
          /error delivering to .{1,90}; /i,
        ],
      },
      source: DOMINO,
      examples: ["Error delivering to CN=Jane/O=Example; Router: Unable to open mailbox file mail\\jane.nsf"],
    },
    {
      id: "mail-servers/dovecot-quota",
      cause: "mailbox_full",
      probability: 0.98,
      when: {
        text: [
          /quota exceeded \(mailbox for user is full\)|mailbox for user is full|over ?quota \(mailbox/i,
          /lmtp: .{0,60}quota/i,
        ],
      },
      source: DOVECOT,
      examples: ["552 5.2.2 <jane@example.com> Quota exceeded (mailbox for user is full)"],
    },
    {
      id: "mail-servers/dovecot-user-does-not-exist",
      cause: "recipient_unknown",
      probability: 0.97,
      when: {
        text: [
          /user doesn't exist: |mailbox unknown\. either there is no|mailbox unavailable or not local/i,
          /account or domain does not exist/i,
        ],
      },
      source: DOVECOT,
      examples: [
        "550 5.1.1 <nobody@example.com> User doesn't exist: nobody@example.com",
        "550-Mailbox unknown. Either there is no mailbox associated with this name or you do not have authorization to see it. 550 5.1.1 User unknown",
      ],
    },
    {
      id: "mail-servers/powermta-bad-connection",
      cause: "network_error",
      probability: 0.6,
      otherCauses: [{ cause: "host_unreachable", probability: 0.35 }],
      when: {
        text: [
          /smtp;[45]\.4\.2 \(bad connection\)|bounce: ?bad-connection|bad-connection/i,
          /error while (?:reading|writing) (?:from|to) (?:server|socket)/i,
        ],
      },
      source: "https://support.postmastery.com/powermta/",
      examples: ["smtp;4.4.2 (bad connection)"],
    },
    {
      id: "mail-servers/powermta-policy",
      cause: "policy_rejected",
      probability: 0.5,
      otherCauses: [{ cause: "spam_content", probability: 0.3 }],
      when: { text: /smtp;5\.7\.\d \((?:delivery not authorized|other or undefined security)/i },
      source: "https://support.postmastery.com/powermta/",
      examples: ["smtp;5.7.1 (delivery not authorized, message refused)"],
    },
    {
      id: "mail-servers/mailman-list",
      cause: "recipient_restricted",
      probability: 0.9,
      when: {
        text: [
          /you are not allowed to post to this (?:mailing )?list/i,
          /posting (?:to (?:this|the) list )?(?:is )?(?:restricted|not allowed)/i,
          /not a (?:member|subscriber) of (?:this|the) (?:mailing )?list/i,
          /only (?:members|subscribers) (?:may|can|are allowed to) (?:post|send)|subscribers? only/i,
          /non-?member (?:posting|post)/i,
          /only accepts? (?:messages|mail|e-?mail) from (?:its )?(?:members|subscribers|people in)/i,
        ],
      },
      source: "https://docs.mailman3.org/",
      examples: [
        "You are not allowed to post to this mailing list, and your message has been automatically rejected.",
        "550 5.7.2 Only members may post to this list",
      ],
    },
    {
      id: "mail-servers/list-expansion",
      cause: "list_expansion",
      probability: 0.9,
      when: {
        text: [
          /(?:error|failed|failure|problem|unable|cannot|could not) .{0,30}expand(?:ing)? .{0,30}(?:list|group|alias|members)/i,
          /(?:list|group|alias) expansion (?:failed|error|problem|loop)|mailing list expansion problem/i,
        ],
      },
      source: "https://www.rfc-editor.org/rfc/rfc3463",
      examples: [
        "550 5.2.4 Error expanding the distribution list team@example.com",
        "451 4.2.4 mailing list expansion problem",
      ],
    },
  ],
});
