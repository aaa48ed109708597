import { defineRules } from "../define-rule.ts";

const RFC3463 = "https://www.rfc-editor.org/rfc/rfc3463";
const RFC5321 = "https://www.rfc-editor.org/rfc/rfc5321";
const POSTFIX = "https://www.postfix.org/postconf.5.html";
const OBSERVED = "observed: reports of many systems";

/** Getting there: names, routes, connections, encryption, loops. */
export const transport = defineRules({
  name: "transport",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "transport/null-mx",
      cause: "domain_accepts_no_mail",
      probability: 0.95,
      when: {
        text: /null ?mx|nullmx|(?:domain|host|server|system|site|machine)\b[^.;]{0,60}(?:does not|doesn't|do not|never|will not|cannot|not) (?:accept|receive|handle|take)(?:s|ing)? (?:any )?(?:smtp )?(?:e-?mail|mail|messages)(?! (?:from|over|sent|at this time|now|temporarily))|(?:no|does not offer|doesn't offer) (?:smtp|mail) service (?:here|for|at|on)|mail (?:service )?(?:is )?not (?:accepted|supported|available) (?:for|at|on|here)[^.;]{0,20}(?:domain|host)?|mail server does not accept mail|receives no mail/i,
      },
      source: "https://www.rfc-editor.org/rfc/rfc7505",
      examples: [
        "556 5.1.10 Recipient address has null MX",
        "521 5.3.2 mx.example.com does not accept mail; this host does not accept mail",
        "550 This domain does not accept mail",
      ],
    },
    {
      id: "transport/loop",
      cause: "routing_loop",
      probability: 0.95,
      when: {
        text: /(?:mail|message|routing|forwarding|delivery|e-?mail|possible|infinite|smtp|local)[ -]?loop(?:ing|s|ed)?\b|loop(?:ing|s|ed)? (?:detected|back|found|count|error)|too many (?:mail )?hops|hop[ -]?count|too many (?:"?received"?|forwarding)[^.;]{0,20}(?:header|line|field|hop)?|(?:maximum|exceeded)[^.;]{0,20}hops|number of hops|delivered-to[^.;]{0,30}(?:loop|twice|already)|message (?:is )?looping/i,
      },
      source: RFC3463,
      examples: [
        "554 5.4.6 Too many hops 26 (25 max)",
        "554 5.4.6 Error: too many hops",
        "554 Mail loop detected",
        "554 5.4.14 Hop count exceeded, message may be looping",
        "550 5.4.6 Routing loop detected",
      ],
    },
    {
      id: "transport/tls",
      cause: "tls_failure",
      probability: 0.93,
      when: {
        text: /start ?tls|\btls\b|\bssl\b|(?:server |peer |remote )?certificate[^.;]{0,60}(?:verif|expired|not trusted|untrusted|invalid|mismatch|fail|revoked|self-signed|unknown|chain|name)|encryption (?:is )?(?:required|needed|mandatory)|encrypt(?:ed|ion)[^.;]{0,30}(?:required|only|must|needed)|no (?:shared cipher|ciphers?)|handshake (?:fail|error)|\bdane\b|mta-sts|tlsa|requiretls|cannot find (?:a )?cipher/i,
      },
      source: "https://www.rfc-editor.org/rfc/rfc3207",
      examples: [
        "530 5.7.0 Must issue a STARTTLS command first",
        "Cannot start TLS: handshake failure",
        "TLS is required, but was not offered by host mx.example.com[192.0.2.25]",
        "Server certificate not trusted",
        "550 5.7.10 Encryption needed",
        "550 5.7.30 REQUIRETLS support required",
      ],
    },
    {
      id: "transport/no-mx",
      cause: "no_route",
      probability: 0.65,
      otherCauses: [
        { cause: "domain_not_found", probability: 0.25 },
        { cause: "dns_failure", probability: 0.05 },
      ],
      when: {
        text: /no mx(?: record)?s?\b|no (?:mail )?(?:exchanger|mail servers?|mail hosts?|a,? or mx|dns)[^.;]{0,20}(?:record|found|for|defined)|mx (?:record )?(?:lookup|query)[^.;]{0,60}(?:no (?:records|data|answer)|empty|nodata|failed)|unable to (?:route|deliver to domain|find (?:an? )?mx)|no route (?:found )?(?:to|for) (?:domain|address|recipient|destination|mail)|host or domain name not found\. name service error for name=.{1,260} type=mx: host found but no data|host found but no data record of requested type|no (?:known )?route\b(?! to host)|unroutable (?:mail )?domain|don't know how to (?:route|deliver)|(?:cannot|can't|could not) (?:route|find route|determine)[^.;]{0,40}(?:mail|message|domain|next hop|address|destination)|no next hop/i,
      },
      source: RFC3463,
      examples: [
        "550 5.4.4 Unable to route to example.com",
        "Host or domain name not found. Name service error for name=mail.example.com type=A: Host found but no data record of requested type",
        "550 no MX record for domain example.com",
      ],
    },
    {
      id: "transport/dns",
      cause: "dns_failure",
      probability: 0.9,
      when: {
        text: /(?:dns|name ?server|name service|resolver|mx|domain name|host ?name)\b[^.;]{0,60}(?:time[ds]?[ -]?out|fail(?:ed|ure|s)?|error|not respond|unavailable|problem|temporar|try again|servfail|refused|lookup error|loop)|servfail|serv_fail|temporary (?:failure in name resolution|dns|name|resolution)|(?:host )?not found, try again|(?:could|can) ?not (?:be )?resolved?|couldn't resolve|unable to resolve|cannot resolve|resolv(?:e|ing|er) (?:failure|error|problem)|soft error|(?:lookup|query) (?:of|for) [^.;]{1,80} (?:failed|timed out)|directory server failure/i,
      },
      source: RFC3463,
      examples: [
        "Host or domain name not found. Name service error for name=example.com type=MX: Host not found, try again",
        "451 4.4.3 DNS lookup failure for example.com",
        "450 4.4.3 Directory server failure",
        "CNAME lookup failed temporarily. (#4.4.3)",
        "Temporary failure in name resolution",
      ],
    },
    {
      id: "transport/unreachable",
      cause: "host_unreachable",
      probability: 0.93,
      when: {
        text: /connect(?:ion|ing)?(?: attempt)?(?: to)?[^;]{0,120}(?:refused|timed? ?-?out|timeout|no route to host|network (?:is )?(?:unreachable|down)|host (?:is )?(?:unreachable|down)|could not be established|failed|not be made)|(?:could not|couldn't|cannot|can't|unable to|failed to|not able to|wasn't able to) (?:establish (?:an? )?(?:smtp |tcp )?connect|connect|reach|contact|open (?:an? )?(?:connection|socket)|make a connection|communicate with)|no (?:answer|response|reply) from (?:host|server|remote|the)|(?:host|server|destination|network|mx|mail server|all (?:hosts|mx|servers))[^.;]{0,40}(?:not respond|unreachable|did not respond|down|not reachable|cannot be reached|not available|unavailable|not answer)|no route to host|network is unreachable|operation timed out|connection timed out|connection refused|host is down|etimedout|econnrefused|ehostunreach|enetunreach|smtp connection (?:failed|could not)|accept our requests to connect|connect failed/i,
      },
      source: RFC3463,
      examples: [
        "connect to mx.example.com[192.0.2.25]:25: Connection timed out",
        "connect to mx.example.com[192.0.2.25]:25: Connection refused",
        "451 4.4.1 No answer from host",
        "Could not connect to mx.example.com: no route to host",
        "450 4.4.1 The recipient server did not accept our requests to connect",
      ],
    },
    {
      id: "transport/connection-lost",
      cause: "network_error",
      probability: 0.88,
      when: {
        text: /lost connection|connection (?:was |has been |is )?(?:reset|lost|dropped|broken|closed|aborted|died|terminated|interrupted)|broken pipe|reset by peer|(?:closed|dropped|terminated|reset|aborted|cut) (?:the )?connection|conversation with .{1,260} timed out|(?:timed? ?out|timeout)\b|unexpected(?:ly)? (?:closed|eof|end|disconnect)|bad connection|premature(?:ly)? (?:closed|end|eof)|econnreset|epipe|read error|write error|(?:remote|peer|server) (?:host )?(?:hung up|disconnected|closed|has closed)|network (?:error|failure|problem)|communication (?:failure|error|problem)|socket (?:error|closed)|protocol timeout|i\/o error on connection/i,
      },
      source: RFC3463,
      examples: [
        "lost connection with mx.example.com[192.0.2.25] while sending RCPT TO",
        "421 4.4.2 Bad connection",
        "conversation with mx.example.com[192.0.2.25] timed out while sending message body",
        "Connection reset by peer",
      ],
    },
    {
      id: "transport/protocol",
      cause: "protocol_error",
      probability: 0.9,
      when: {
        text: /(?:command|parameter|argument|verb)s? (?:is |was |are )?(?:not (?:recogni[sz]ed|implemented|supported|understood|allowed|valid)|unrecogni[sz]ed|unknown|unimplemented|invalid|rejected|out of sequence|disabled|unsupported)|(?:unrecogni[sz]ed|unknown|invalid|unimplemented|bad|unsupported|unexpected|illegal|improper) (?:smtp )?(?:command|sequence|parameter|argument|protocol|verb|option|response|reply)|(?:bad|wrong|improper|out of) sequence|sequence of commands|syntax error|need (?:mail|rcpt|helo|ehlo|hello)\b|(?:send|say|polite|expected) (?:helo|ehlo|hello|mail|rcpt)|no valid recipients?|nested mail|duplicate (?:helo|mail|rcpt)|(?:mail|rcpt) (?:from|to)[^.;]{0,30}(?:parameters? not|first|before)|wrong protocol version|system not capable of selected features|requested feature not|line too long|unexpected (?:server )?(?:reply|response)|host .{1,120} refused to talk to me|protocol error/i,
      },
      source: RFC5321,
      examples: [
        "500 5.5.1 Command unrecognized",
        "503 5.5.1 Bad sequence of commands",
        "501 5.5.4 Syntax error in parameters or arguments",
        "502 5.5.2 Error: command not recognized",
        "550 5.5.5 Wrong protocol version",
        "555 5.5.4 MAIL FROM/RCPT TO parameters not recognized or not implemented",
      ],
    },
    {
      id: "transport/refused-to-talk",
      cause: "receiver_not_accepting",
      probability: 0.5,
      otherCauses: [
        { cause: "reputation_low", probability: 0.2 },
        { cause: "ip_blocklisted_private", probability: 0.15 },
      ],
      when: {
        text: /refused to talk to me: (?:[45]\d\d )?(?:[^ ]{1,120} )?(?:esmtp )?(?:service )?(?:not available|closing|no smtp|smtp unavailable)/i,
      },
      source: POSTFIX,
      examples: [
        "host mx.example.com[192.0.2.25] refused to talk to me: 554 mx.example.com ESMTP not available",
      ],
    },
    {
      id: "transport/no-smtp-service",
      cause: "receiver_not_accepting",
      probability: 0.55,
      otherCauses: [
        { cause: "reputation_low", probability: 0.2 },
        { cause: "ip_blocklisted_private", probability: 0.15 },
      ],
      when: {
        codes: ["5xx"],
        text: /no smtp (?:service )?(?:here|now|available)?|smtp (?:service )?(?:is )?(?:unavailable|not available)|esmtp (?:service )?not available/i,
      },
      source: OBSERVED,
      examples: ["554 No SMTP service here", "554 mx.example.com ESMTP not available"],
    },
  ],
});
