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
      probability: 0.92,
      when: {
        text: /dynamic(?:ally)?[ -]?(?:assigned |allocated |addressed )?(?:ip|address|host|pool|range|dns|client|user)|dial-?up|residential|home (?:user|connection|broadband)|\bdul\b|generic (?:reverse|rdns|ptr|host ?name|dns)|(?:looks|appears)[^.;]{0,30}(?:dynamic|dialup|generic|residential)|(?:use|through|via|relay (?:through|via)) your (?:isp|provider|service provider)(?:'s|s')? (?:mail |smtp |outgoing |relay ){0,6}(?:server|relay|smart ?host|host)?|(?:adsl|dsl|cable|broadband|consumer|end[- ]user|ppp) (?:ip|user|host|address|connection|customer|client|range|pool)|direct[- ]to[- ]mx|botnet|zombie|(?:tor|vpn|proxy) (?:exit|node|ip)/i,
      },
      source: OBSERVED,
      examples: [
        "554 5.7.1 Dynamic IP addresses are not accepted, use your ISP's mail server",
        "550 5.7.1 Mail from dialup hosts is refused",
        "550 Your host name looks like a generic rDNS",
      ],
    },
    {
      id: "reputation/low",
      cause: "reputation_low",
      probability: 0.91,
      when: {
        text: /reputation|senderscore|sender ?score|senderbase|talosintelligence|trustedsource|trust(?:ed)? (?:score|level)|untrusted (?:sender|host|ip|client)|not trusted|low trust|bad (?:sending )?history|(?:spam|complaint|abuse)s? (?:rate|complaints?|reports?)[^.;]{0,40}(?:ip|domain|sender|host|server|you)|user complaints|high complaint|suspicious (?:sender|ip|host|activity|behaviou?r)/i,
      },
      source: OBSERVED,
      examples: [
        "554 5.7.1 Rejected due to poor reputation of the sending IP",
        "421 4.7.0 Too many user complaints about mail from your domain",
        "550 5.7.1 Your IP has a low reputation score at senderbase.org",
      ],
    },
    {
      id: "reputation/ip-blocked",
      cause: "ip_blocklisted_private",
      probability: 0.85,
      otherCauses: [{ cause: "ip_blocklisted", probability: 0.08 }],
      when: {
        text: /(?:your|the|this|sending|source|client|connecting|remote|originating|sender|host|mail ?server)(?:'s)? ?(?:ip|ip[- ]address|address|host|server|network|net ?block|range|subnet|mta|mail server|system|site|domain's ip)\b[^;]{0,80}\b(?:is |was |has been |been |have been |temporarily |permanently |currently )?(?:blocked|banned|black ?-?listed|block ?-?listed|denied|refused|rejected|not (?:allowed|permitted|accepted|welcome)|barred|blackholed|restricted|firewalled)|(?:ip|host|network|address|client|connection|connections|mail) ?(?:from )?\[?\(?(?:\d{1,3}\.){3}\d{1,3}\]?\)?[^;]{0,50}(?:blocked|banned|denied|refused|rejected|not (?:allowed|permitted|accepted)|black ?-?listed|barred)|(?:blocked|banned|denied|rejected|refused|black ?-?listed)[^.;]{0,30}\b(?:ip|ip address|host|network|net ?block|range)\b|(?:\d{1,3}\.){3}\d{1,3}\]?\)? (?:is |has been |was )?(?:blocked|banned|black ?-?listed|denied|refused|rejected|not (?:allowed|permitted|accepted))|(?:mail|e-?mail|messages?|connections?|traffic) from (?:your|this|the) (?:ip|network|server|host|mail ?server|system|isp|provider|address)[^.;]{0,40}(?:blocked|refused|rejected|denied|not (?:accepted|allowed|permitted|welcome)|banned)|we (?:do not|don't|have|are) (?:not )?(?:accept|blocked|blocking)[^.;]{0,40}(?:your|this) (?:ip|network|server|host|system|address|mail server)|open (?:proxy|relay)|blocked for (?:spam|abuse|sending)|blocked due to (?:spam|abuse)|(?:spam|abuse|attack|abusive)[^.;]{0,40}from (?:your|this) (?:ip|host|network|server|address|system)|access (?:from (?:your|this) (?:ip|host|address)[^.;]{0,20})?(?:denied|blocked) (?:for|to) (?:your |this )?(?:ip|host)/i,
      },
      source: OBSERVED,
      examples: [
        "554 5.7.1 Your IP address 192.0.2.10 has been blocked",
        "550 Connections from this host are not accepted: your server is banned",
        "550 5.7.1 192.0.2.10 is blocked for spam",
        "554 5.7.1 Mail from your network is refused",
      ],
    },
    {
      id: "reputation/domain-blocked",
      cause: "domain_blocklisted",
      probability: 0.68,
      otherCauses: [{ cause: "sender_blocked_by_recipient", probability: 0.25 }],
      when: {
        text: /(?:your|the|this|sending|sender'?s?|from|envelope|originating) domain\b[^.;]{0,60}(?:black ?-?listed|block ?-?listed|blocked|banned|denied|rejected|refused|not (?:allowed|permitted|accepted|welcome))|domain (?:is |has been )?(?:black ?-?listed|block ?-?listed|banned)|(?:newly|recently) registered domain|domain (?:is )?too (?:new|young)|(?:mail|e-?mail|messages?) from (?:your|this|the) domain[^.;]{0,30}(?:blocked|refused|rejected|denied|not)/i,
      },
      source: OBSERVED,
      examples: [
        "550 5.7.1 Your domain has been blacklisted",
        "554 5.7.1 The sending domain is a newly registered domain",
      ],
    },
  ],
});
