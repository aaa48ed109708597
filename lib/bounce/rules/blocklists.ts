import { defineRules } from "../define-rule.ts";

/** Refusals that name a public blocklist. Domain lists come before address lists: they share words. */
export const blocklists = defineRules({
  name: "blocklists",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "blocklists/spamhaus-dbl",
      cause: "domain_blocklisted",
      probability: 0.95,
      when: {
        text: [
          /dbl\.spamhaus\.org|spamhaus\.org\/(?:dbl|query\/(?:domain|dbl))|spamhaus dbl/i,
          /listed (?:in|by|on) (?:the )?(?:spamhaus )?dbl\b/i,
        ],
      },
      source: "https://www.spamhaus.org/blocklists/domain-blocklist/",
      examples: [
        "554 5.7.1 Service unavailable; Sender address [user@example.org] blocked using dbl.spamhaus.org; https://www.spamhaus.org/query/domain/example.org",
      ],
    },
    {
      id: "blocklists/surbl-uribl",
      cause: "domain_blocklisted",
      probability: 0.93,
      when: {
        text: [
          /\b(?:multi\.)?surbl(?:\.org)?\b|\buribl(?:\.com)?\b|\bivmuri\b/i,
          /(?:url|uri|domain|link) (?:in (?:the )?(?:message|mail|body) )?(?:is )?(?:listed|blocked|blacklisted|blocklisted) (?:in|by|on|using)/i,
        ],
      },
      source: "https://surbl.org/lists",
      examples: [
        "550 5.7.1 Message contains a URL listed in multi.surbl.org",
        "554 5.7.1 Blocked, domain listed by URIBL: example.org",
      ],
    },
    {
      id: "blocklists/spamhaus-pbl",
      cause: "ip_policy",
      probability: 0.93,
      when: { text: /pbl\.spamhaus\.org|spamhaus\.org\/(?:pbl|query\/pbl)|spamhaus[ -]pbl|\bpbl listed\b/i },
      source: "https://www.spamhaus.org/blocklists/policy-blocklist/",
      examples: [
        "554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using pbl.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.10",
      ],
    },
    {
      id: "blocklists/spamhaus-open-resolver",
      cause: "receiver_system_error",
      probability: 0.93,
      when: {
        text: [
          /error: open resolver|spamhaus\.org\/returnc\/(?:pub|vol)/i,
          /blocked using .{0,40}; error: (?:open resolver|excessive)/i,
        ],
      },
      source:
        "https://www.spamhaus.com/resource-center/successfully-accessing-spamhauss-free-block-lists-using-a-public-dns/",
      examples: [
        "554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using zen.spamhaus.org; Error: open resolver; https://www.spamhaus.org/returnc/pub/192.0.2.53",
      ],
    },
    {
      id: "blocklists/spamhaus",
      cause: "ip_blocklisted",
      probability: 0.96,
      when: { text: /spamhaus|\b(?:sbl-?xbl|zen|sbl|xbl)\.spamhaus|\bcbl\.abuseat\.org|abuseat\.org/i },
      source: "https://www.spamhaus.org/blocklists/",
      examples: [
        "554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using zen.spamhaus.org; https://www.spamhaus.org/sbl/query/SBL123456",
        "550 Rejected because 192.0.2.10 is in a black list at zen.spamhaus.org",
        "554 Service unavailable; blocked using cbl.abuseat.org",
      ],
    },
    {
      id: "blocklists/spamcop",
      cause: "ip_blocklisted",
      probability: 0.96,
      when: { text: /spamcop/i },
      source: "https://www.spamcop.net/bl.shtml",
      examples: [
        "554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using bl.spamcop.net; Blocked - see https://www.spamcop.net/bl.shtml?192.0.2.10",
      ],
    },
    {
      id: "blocklists/barracuda-central",
      cause: "ip_blocklisted",
      probability: 0.95,
      when: { text: /b\.barracudacentral\.org|barracudacentral|\bbrbl\b/i },
      source: "https://www.barracudacentral.org/rbl",
      examples: ["550 5.7.1 Service unavailable; client [192.0.2.10] blocked using b.barracudacentral.org"],
    },
    {
      id: "blocklists/sorbs-dynamic",
      cause: "ip_policy",
      probability: 0.9,
      when: { text: /dul\.(?:dnsbl\.)?sorbs|sorbs.{0,60}dynamic|dynamic ip .{0,60}sorbs|\bdynablock\b/i },
      source: "http://www.sorbs.net/",
      examples: [
        "554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using dul.dnsbl.sorbs.net; Dynamic IP Addresses See: http://www.sorbs.net/lookup.shtml?192.0.2.10",
      ],
    },
    {
      id: "blocklists/sorbs",
      cause: "ip_blocklisted",
      probability: 0.94,
      when: { text: /\bsorbs\b/i },
      source: "http://www.sorbs.net/",
      examples: [
        "554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using dnsbl.sorbs.net; Currently Sending Spam See: http://www.sorbs.net/lookup.shtml?192.0.2.10",
      ],
    },
    {
      id: "blocklists/uceprotect",
      cause: "ip_blocklisted",
      probability: 0.95,
      when: { text: /uceprotect/i },
      source: "https://www.uceprotect.net/",
      examples: [
        "550 5.7.1 Your IP 192.0.2.10 is listed in dnsbl-1.uceprotect.net; see http://www.uceprotect.net/rblcheck.php?ipr=192.0.2.10",
      ],
    },
    {
      id: "blocklists/manitu-nixspam",
      cause: "ip_blocklisted",
      probability: 0.95,
      when: { text: /manitu\.net|nixspam/i },
      source: "https://www.dnsbl.manitu.net/",
      examples: [
        "554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using ix.dnsbl.manitu.net; Your e-mail service was detected by mx.selfip.biz (NiX Spam) as spamming",
      ],
    },
    {
      id: "blocklists/abusix",
      cause: "ip_blocklisted",
      probability: 0.95,
      when: { text: /\babusix\b|mail\.abusix\.zone/i },
      source: "https://lookup.abusix.com/",
      examples: [
        "550 5.7.1 Service unavailable, client [192.0.2.10] blocked using black.mail.abusix.zone; https://lookup.abusix.com/search?q=192.0.2.10",
      ],
    },
    {
      id: "blocklists/invaluement",
      cause: "ip_blocklisted",
      probability: 0.94,
      when: { text: /invaluement|\bivmsip(?:24)?\b/i },
      source: "https://www.invaluement.com/removal/",
      examples: ["550 5.7.1 Blocked by ivmSIP; see https://www.invaluement.com/lookup/?item=192.0.2.10"],
    },
    {
      id: "blocklists/spfbl",
      cause: "ip_blocklisted",
      probability: 0.9,
      when: { text: /\bspfbl\b/i },
      source: "https://spfbl.net/en/dnsbl/",
      examples: ["554 5.7.1 SPFBL permanently blocked. https://spfbl.net/en/192.0.2.10"],
    },
    {
      id: "blocklists/other-named",
      cause: "ip_blocklisted",
      probability: 0.93,
      when: {
        text: /\b(?:psbl|surriel\.com|backscatterer\.org|truncate\.gbudb|gbudb|spamrats|njabl|ordb\.org|dsbl\.org|mailspike|senderscore\.(?:com|org)|rbl\.jp|0spam|hostkarma|junkemailfilter|blocklist\.de|dnswl|wpbl|unsubscore|nordspam|imp\.ch|spamrl|spamsources|fabel\.dk|s5h\.net|anonmails|kempt\.net|megarbl|rv-soft|usenix\.org|efnetrbl|woody\.ch|interserver|inps\.de|singular\.ttk|webiron|zapbl|swinog|konstant|kundenserver-rbl|drmx|pedantic|bondedsender|rfc-ignorant|spamguard|ahbl\.org|five-ten-sg|blackholes\.us|sectoor|tornevall|mxrate|polspam|gweep|swabl|scientificspam|calivent|sem-black|spameatingmonkey|virbl|rothen|rats-(?:noptr|dyna|spam)|bl\.score|orvedb|cymru|bogons)\b/i,
      },
      source: "observed: refusals naming these lists",
      examples: [
        "550 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using psbl.surriel.com; Listed in PSBL",
        "554 5.7.1 192.0.2.10 listed at bl.mailspike.net",
        "550 blocked using ips.backscatterer.org",
      ],
    },
    {
      id: "blocklists/postfix-rbl-domain",
      cause: "domain_blocklisted",
      probability: 0.9,
      when: {
        text: [
          /(?:sender address|helo command|sender domain|recipient address) \[[^\]]{1,260}\] blocked using/i,
          /(?:sender|from|helo)(?:'s)? domain .{0,90}(?:listed|black ?listed|block ?listed|blocked by (?:a )?(?:black|block)list)/i,
        ],
      },
      source: "https://www.postfix.org/postconf.5.html#reject_rhsbl_sender",
      examples: [
        "554 5.7.1 Service unavailable; Sender address [user@example.org] blocked using rhsbl.example.net",
        "550 5.7.1 The sender domain example.org is blacklisted",
      ],
    },
    {
      id: "blocklists/postfix-rbl",
      cause: "ip_blocklisted",
      probability: 0.92,
      when: {
        text: [
          /(?:client host|unverified client host|client|host) \[[^\]]{1,60}\] (?:was )?blocked (?:using|by)/i,
          /blocked using [a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,5}/i,
        ],
      },
      source: "https://www.postfix.org/postconf.5.html#reject_rbl_client",
      examples: [
        "554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using bl.example.net; Listed",
      ],
    },
    {
      id: "blocklists/black-list-at",
      cause: "ip_blocklisted",
      probability: 0.92,
      when: {
        text: [
          /\b(?:in|on|using|by) (?:the |a |an |our )?(?:dnsbl|rbl)\b/i,
          /is in (?:a|the) (?:black|block|dns) ?list (?:at|of|on|maintained)/i,
          /(?:found|listed) (?:in|on|at|by) (?:a |an |the |one or more |multiple |our |several |external |public )?(?:dns ?)?(?:rbl|dnsbl|dns[ -]?black ?list|dns[ -]?block ?list|rbls|dnsbls)/i,
          /listed (?:in|on|at) [a-z0-9.-]{1,60}(?:dnsbl|rbl)[a-z0-9.-]{0,60}/i,
          /(?:dnsbl|rbl)(?: |:|-)(?:listed|reject|hit|blocked)/i,
          /rejected (?:by|due to|because of) (?:an? )?(?:rbl|dnsbl)/i,
          /\brbl (?:restriction|lookup|check|match)|\bdnsbl:? [^;]{0,60}\blisted/i,
          /\bon (?:a |the |our )?dnsbl|real-?time (?:black|block) ?(?:hole )?list/i,
        ],
      },
      source: "https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html",
      examples: [
        "554 mail from 192.0.2.10 rejected using rbl dnsbl.example.net",
        "550 192.0.2.10 is in a black list at dnsbl.example.net",
        "550 5.7.1 Mail rejected: 192.0.2.10 found in DNSBL",
        "554 5.7.1 Rejected by RBL",
      ],
    },
    {
      id: "blocklists/listed-locally",
      cause: "ip_blocklisted_private",
      probability: 0.82,
      otherCauses: [{ cause: "sender_blocked_by_recipient", probability: 0.1 }],
      when: {
        text: [
          /(?:black|block)[ -]?listed (?:by|on|in) (?:our|this|my|local)\b/i,
          /\b(?:ip|host|server|address|client|mta|network|netblock|subnet|range)\b[^;]{0,60}\b(?:our|my|local|internal|private|site) (?:own |local |internal |ip |spam )?(?:black|block|deny)[ -]?list/i,
          /\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b[^;]{0,40}\b(?:our|my|local|internal|private) (?:own |local |internal |ip |spam )?(?:black|block|deny)[ -]?list/i,
          /\bbanned sender ?\[[0-9a-f.:]{4,45}\]/i,
        ],
      },
      source: "observed: refusals of many systems",
      examples: [
        "550 your IP has been blacklisted by our administrators",
        "554 5.7.1 Your IP address has been blocked by our local block list",
        "550 refused because 192.0.2.9 is in our local blacklist",
        "550 Access denied, banned sender[192.0.2.10]",
      ],
    },
    {
      id: "blocklists/your-ip-listed",
      cause: "ip_blocklisted",
      probability: 0.72,
      otherCauses: [{ cause: "ip_blocklisted_private", probability: 0.25 }],
      when: {
        text: /\b(?:ip|ip[ -]?address|host|server|mta|mail server)(?: address)? ?(?:\(?\[?[0-9a-f.:]{4,45}\]?\)?)? ?(?:is|was|has been|are|appears?|being) (?:currently |temporarily |permanently |been |to be ){0,2}(?:on|in|listed (?:on|in|by|at)|found (?:on|in)|(?:black|block)[ -]?listed (?:on|in|by)|blocked (?:by|on|using|in)) (?:\w{1,12} ){0,3}(?:black|block|deny|spam|reject)[ -]?list/i,
      },
      source: "observed: refusals of many systems",
      examples: [
        "550 5.7.1 Your IP 192.0.2.10 is on a blacklist",
        "554 Your IP address is listed in a block list",
        "550 5.7.1 The sending server is on a blacklist",
      ],
    },
    {
      id: "blocklists/blacklisted-address",
      cause: "ip_blocklisted",
      probability: 0.62,
      otherCauses: [
        { cause: "ip_blocklisted_private", probability: 0.25 },
        { cause: "sender_blocked_by_recipient", probability: 0.08 },
      ],
      when: {
        text: [
          /\b(?:ip|ip[ -]address|host|client|server|mta)\b.{0,70}(?:black|block)[ -]?listed/i,
          /(?:black|block)[ -]?listed (?:ip|host|client|server)/i,
          /(?:black|block)[ -]?list(?:ed)?\b.{0,50}\bip\b/i,
        ],
      },
      source: "observed: refusals of many systems",
      examples: ["554 5.7.1 IP address 192.0.2.10 has been blacklisted", "550 Blacklisted IP: 192.0.2.10"],
    },
  ],
});
