import { defineRules } from "../define-rule.ts";

const OBSERVED = "observed: refusals of many systems";

/** What the receiving side thinks of the sending address, host or domain, where it names no public list. */
export const reputation = defineRules({
  name: "reputation",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "reputation/dynamic-range",
      cause: "ip_policy",
      probability: 0.93,
      when: {
        text: [
          /\bdynamic(?:ally)?[ -]?(?:assigned |allocated |addressed )?(?:ip|address|host|pool|range|client|user)/i,
          /\bdial-?up\b|\bresidential\b|home (?:user|connection|broadband)|\bdul\b/i,
          /generic (?:reverse|rdns|ptr|host ?name|dns)/i,
          /(?:adsl|dsl|cable|broadband|consumer|end[- ]user|ppp) (?:ip|user|host|address|connection|customer|client|range|pool)/i,
          /direct[- ]to[- ]mx/i,
          /\b(?:broadband|dsl|cable|consumer|residential|dial-?up) (?:lines?|addresses|customers|users|hosts|networks?|ip ?addresses)?[^.;]{0,12}(?:may|must|can|should)(?: ?not)[^.;]{0,12} (?:deliver|send|connect) (?:mail )?direct/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "554 5.7.1 Dynamic IP addresses are not accepted here",
        "550 5.7.1 Mail from dialup hosts is refused",
        "550 broadband customers may not deliver directly",
      ],
    },
    {
      id: "reputation/use-your-provider",
      cause: "ip_policy",
      probability: 0.88,
      when: {
        text: [
          /(?:use|through|via|relay (?:through|via)) your (?:isp|provider|service provider|internet provider)/i,
          /use (?:the |a )?(?:smarthost|smart host) of|botnet|zombie|(?:tor|vpn) (?:exit|node|ip)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Please use your ISP's mail server instead",
        "554 5.7.1 Connection from a botnet node refused",
      ],
    },
    {
      id: "reputation/low",
      cause: "reputation_low",
      probability: 0.92,
      when: {
        text: [
          /r[eé]putati(?:on|e\b)|reputazione|reputaci[óo]n|reputa[çc][ãa]o|репутаци|senderscore|sender ?score|senderbase|talosintelligence|trustedsource/i,
          /your access to (?:submit messages to |send (?:mail|messages) to )?this (?:e-?mail|mail) (?:system|server)/i,
          /trust (?:score|level)|untrusted (?:sender|host|ip|client)/i,
          /(?:sender|host|ip|client) (?:is )?not trusted|low trust|bad (?:sending )?history/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "554 5.7.1 Rejected due to poor reputation of the sending IP",
        "550 5.7.1 Your IP has a low score at senderbase.org",
        "550 #5.7.1 Your access to submit messages to this e-mail system has been rejected.",
      ],
    },
    {
      id: "reputation/complaints",
      cause: "reputation_low",
      probability: 0.85,
      when: {
        text: [
          /user complaints|high complaint|complaint rate|(?:too many|excessive) (?:spam )?complaints/i,
          /suspicious (?:sender|ip|host|activity|behaviou?r)/i,
          /(?:spam|abuse) (?:complaints|reports) (?:about|against|from)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "421 4.7.0 Deferred because of user complaints about mail from your domain",
        "550 5.7.1 Suspicious activity from your host",
      ],
    },
    {
      id: "reputation/spam-source",
      cause: "ip_blocklisted_private",
      probability: 0.85,
      otherCauses: [{ cause: "reputation_low", probability: 0.1 }],
      when: {
        text: [
          /(?<!\bdomain [^ ]{1,120} (?:is |has been )?)blocked (?:for|due to|because of) (?:\w{1,10} )?(?:spam|abuse|spamming)/i,
          /(?:spam|abuse|attacks?)[^.;]{0,40}from (?:your|this) (?:ip|host|network|server|address|system|subnet|range|net ?block|provider|isp)/i,
          /(?:known|suspected) spam (?:source|host|ip|server)|spam (?:source|host|server|ip|network)\b/i,
          /open (?:proxy|relay)|spammer/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 192.0.2.10 is blocked for spam",
        "554 We received too much spam from your network",
        "550 known spam source",
      ],
    },
    {
      id: "reputation/ip-blocked",
      cause: "ip_blocklisted_private",
      probability: 0.86,
      otherCauses: [{ cause: "ip_blocklisted", probability: 0.08 }],
      when: {
        text: [
          /\b(?:your|the|this|sending|source|client|connecting|remote|originating|sender)(?:'s)? (?:ip|ip[- ]address|host|server|network|net ?block|range|subnet|mta|mail server|system|isp)\b[^;]{0,80}\b(?:blocked|banned|black ?-?listed|block ?-?listed|denied|refused|rejected|not (?:allowed|permitted|accepted|welcome)|barred|blackholed|firewalled)/i,
          /(?:mail|e-?mail|messages?|connections?|traffic) from (?:your|this) (?:ip|network|server|host|mail ?server|system|isp|provider|address)[^.;]{0,40}(?:blocked|refused|rejected|denied|not (?:accepted|allowed|permitted|welcome)|banned)/i,
          /\bip (?:address )?(?:is |was |has been )?(?:blocked|banned|denied|refused|rejected|not allowed)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "554 5.7.1 Your IP address 192.0.2.10 has been blocked",
        "550 Connections from this host are not accepted",
        "554 5.7.1 Mail from your network is refused",
        "550 IP blocked",
      ],
    },
    {
      id: "reputation/address-literal-blocked",
      cause: "ip_blocklisted_private",
      probability: 0.82,
      otherCauses: [{ cause: "ip_blocklisted", probability: 0.1 }],
      when: {
        text: [
          /(?<![=/\d])(?:\d{1,3}\.){3}\d{1,3}\]?\)?[^;]{0,40}\b(?:is |has been |was )?(?:blocked|banned|black ?-?listed|denied|refused|rejected|not (?:allowed|permitted|accepted))/i,
          /(?:blocked|banned|denied|rejected|refused|black ?-?listed)[^.;]{0,20}\b(?:ip|ip address|network|net ?block|range)\b/i,
          /(?:blocked|banned|denied|rejected|refused):? \[?\(?(?:\d{1,3}\.){3}\d{1,3}/i,
        ],
      },
      source: OBSERVED,
      examples: ["554 Access from 192.0.2.10 denied", "550 Rejected: 192.0.2.10"],
    },
    {
      id: "reputation/domain-blocked",
      cause: "domain_blocklisted",
      probability: 0.68,
      otherCauses: [{ cause: "sender_blocked_by_recipient", probability: 0.25 }],
      when: {
        text: [
          /\b(?:your|sending|sender'?s?|from|envelope|originating) domain\b[^;]{0,60}(?:black ?-?listed|block ?-?listed|blocked|banned|denied|rejected|refused|not (?:allowed|permitted|accepted|welcome))/i,
          /domain [^ ;]{1,120} (?:is |has been )?(?:on (?:our|a|the) |)(?:black|block)[ -]?list/i,
          /domain (?:is |has been )?(?:black ?-?listed|block ?-?listed|banned)/i,
          /(?:newly|recently) registered domain|domain (?:is )?too (?:new|young)/i,
          /(?:mail|e-?mail|messages?) from (?:your|this|the) domain[^.;]{0,30}(?:blocked|refused|rejected|denied|not)/i,
        ],
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Your domain has been blacklisted",
        "554 5.7.1 The sender uses a newly registered domain",
        "550 5.5.0 Sender domain example.org is blocked due to abuse",
      ],
    },
  ],
});
