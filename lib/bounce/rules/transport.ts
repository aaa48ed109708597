import { defineRules } from "../define-rule.ts";

const RFC3463 = "https://www.rfc-editor.org/rfc/rfc3463";
const RFC3207 = "https://www.rfc-editor.org/rfc/rfc3207";
const POSTFIX = "https://www.postfix.org/postconf.5.html";

/** Getting there: names, routes, connections, encryption, loops. */
export const transport = defineRules({
  name: "transport",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "transport/no-smtp-service",
      cause: "receiver_not_accepting",
      probability: 0.5,
      otherCauses: [
        { cause: "reputation_low", probability: 0.2 },
        { cause: "ip_blocklisted_private", probability: 0.2 },
      ],
      when: {
        codes: ["5xx"],
        text: [
          /no smtp service (?:here|available)?|smtp (?:service )?(?:is )?(?:unavailable|not available)/i,
          /refused to talk to me: (?:[45]\d\d )?[^ ]{1,120} (?:esmtp )?(?:not available|closing)/i,
        ],
      },
      source: POSTFIX,
      examples: [
        "554 No SMTP service here",
        "554 mx.example.com ESMTP not available",
        "host mx.example.com[192.0.2.25] refused to talk to me: 554 mx.example.com ESMTP not available",
      ],
    },
    {
      id: "transport/accepts-no-mail",
      cause: "domain_accepts_no_mail",
      probability: 0.95,
      when: {
        text: [
          /\bnull ?mx\b/i,
          /\b(?:domain|host|server|system|site|machine)\b[^;]{0,60}(?:does not|doesn't|do not|never|will not|cannot) (?:accept|receive|handle|take) (?:any )?(?:smtp )?(?:e-?mail|mail|messages)\b(?! (?:from|over|sent|at this time|now|temporarily|for))/i,
          /(?:mail|e-?mail) (?:is )?not accepted (?:for|at|on|here)[^.;]{0,20}(?:domain|host)?/i,
          /receives no mail/i,
        ],
      },
      source: "https://www.rfc-editor.org/rfc/rfc7505",
      examples: [
        "556 5.1.10 Recipient address has null MX",
        "521 5.3.2 this host does not accept mail",
        "550 This domain does not accept mail",
      ],
    },
    {
      id: "transport/loop",
      cause: "routing_loop",
      probability: 0.95,
      when: {
        text: [
          /\b(?:is|are|been) looping\b/i,
          /\b(?:mail|message|routing|forwarding|delivery|e-?mail|possible|infinite|smtp|local)[ -]?loop(?:ing|s|ed)?\b/i,
          /loop(?:ing|s|ed)? (?:detected|back|found|count|error)|too many (?:mail )?hops/i,
          /\bhop[ -]?count|too many "?received"?|(?:maximum|exceeded)[^.;]{0,20}\bhops\b|number of hops/i,
          /delivered-to[^.;]{0,30}(?:loop|twice|already)|message (?:may be |is )?looping/i,
          /(?:gone|going|went|runs|running) (?:round |around )?in circles/i,
        ],
      },
      source: RFC3463,
      examples: [
        "554 mail is looping",
        "554 5.4.6 Too many hops 26 (25 max)",
        "554 5.4.6 Error: too many hops",
        "554 Mail loop detected",
        "550 5.4.6 Routing loop detected",
        "554 5.4.6 too many Received headers",
        "550 this mail has gone in circles 30 times",
      ],
    },
    // Encryption
    {
      id: "transport/tls-required",
      cause: "tls_failure",
      probability: 0.94,
      when: {
        text: [
          /must issue a starttls/i,
          /(?:start ?tls|\btls\b|\bssl\b|encryption)(?: \w{1,12})? (?:is )?(?:required|needed|mandatory|necessary)(?!,? but)/i,
          /(?:require|requires|requiring) (?:start ?tls|tls|ssl|encryption|encrypted)/i,
          /encrypt(?:ed|ion)[^.;]{0,30}(?:required|only|must|needed)|requiretls/i,
          /(?:unable|failed|failure|cannot|could not)[^.;]{0,12} negotiat\w{1,3} (?:an? )?(?:encrypted|secure|tls|ssl) (?:session|connection|channel)/i,
        ],
      },
      source: RFC3207,
      party: "sender_admin",
      examples: [
        "530 5.7.0 Must issue a STARTTLS command first",
        "550 5.7.10 Encryption needed",
        "550 5.7.30 REQUIRETLS support required",
        "554 5.7.1 Session encryption is required",
        "554 5.7.3 unable to negotiate an encrypted session",
      ],
    },
    {
      id: "transport/tls-failed",
      cause: "tls_failure",
      probability: 0.93,
      when: {
        text: [
          /\bstart ?tls\b/i,
          /\btls\b[^;]{0,60}(?:fail|error|not|unavail|handshake|unable|problem|offered|support|negotiat|version)/i,
          /(?:fail|error|cannot|can't|unable|could not|handshake)[^.;]{0,40}\b(?:tls|ssl)\b/i,
          /\bssl\b[^;]{0,40}(?:fail|error|handshake)|no (?:shared cipher|ciphers?)/i,
          /handshake (?:fail|error)|\btls is (?:required|not)/i,
        ],
      },
      source: RFC3207,
      examples: [
        "Cannot start TLS: handshake failure",
        "454 4.7.0 TLS not available due to local problem",
        "TLS is required, but was not offered by host mx.example.com[192.0.2.25]",
      ],
    },
    {
      id: "transport/certificate",
      cause: "tls_failure",
      probability: 0.93,
      when: {
        text: [
          /\bcertificate\b[^.;]{0,60}(?:verif|expired|trust|invalid|mismatch|fail|revoked|self-signed|unknown|chain|name)/i,
          /(?:invalid|expired|untrusted|unverified|self-signed) certificate|\bdane\b|mta-sts|\btlsa\b/i,
        ],
      },
      source: "https://www.rfc-editor.org/rfc/rfc7672",
      examples: [
        "Server certificate not trusted",
        "certificate verification failed for mx.example.com[192.0.2.25]:25: num=20:unable to get local issuer certificate",
      ],
    },
    // Names
    {
      id: "transport/name-try-again",
      cause: "dns_failure",
      probability: 0.93,
      when: {
        text: [
          /host (?:or domain name )?not found,? (?:try again|temporar)/i,
          /name service error for name=[^ ]{1,260} type=\w{1,8}: host not found, try again/i,
          /temporary (?:failure in name resolution|dns|name server|resolution|lookup)/i,
          /lookup failed temporarily/i,
          /(?:soft|temporary) (?:error|failure)[^.;]{0,30}\b(?:dns|mx|lookup|resolv)/i,
        ],
      },
      source: POSTFIX,
      examples: [
        "Host or domain name not found. Name service error for name=example.com type=MX: Host not found, try again",
        "CNAME lookup failed temporarily. (#4.4.3)",
        "Temporary failure in name resolution",
      ],
    },
    {
      id: "transport/no-address-record",
      cause: "domain_not_found",
      probability: 0.6,
      otherCauses: [
        { cause: "no_route", probability: 0.32 },
        { cause: "dns_failure", probability: 0.05 },
      ],
      when: {
        text: [
          /host found but no data record/i,
          /no (?:valid |usable )?(?:mx(?: record| host)?s?\b|mail exchangers?)/i,
          /no (?:mail )?(?:exchanger|mail servers?|mail hosts?)(?: \w{1,8})? (?:record|found|for|defined)/i,
          /mx (?:record )?(?:lookup|query)[^.;]{0,60}(?:no (?:records|data|answer)|empty|nodata)/i,
          /\bhas no (?:mx|mail|dns)\b/i,
        ],
      },
      source: POSTFIX,
      examples: [
        "Host or domain name not found. Name service error for name=mail.example.com type=A: Host found but no data record of requested type",
        "550 no valid MX hosts for domain example.com",
        "Domain example.com has no mail exchanger",
      ],
    },
    {
      id: "transport/unknown-host",
      cause: "domain_not_found",
      probability: 0.96,
      when: {
        text: [
          /\bhost unknown|\bunknown host\b|host (?:name )?not found|host or domain name not found/i,
          /name server: .{1,260}: host not found|no such (?:host|domain)|\bnxdomain\b/i,
          /domain (?:name )?(?:does not|doesn't) exist/i,
          /\bdomain\b[^;:]{0,80}\b(?:not found|does not exist|doesn't exist|not be found|could not be found)/i,
          /non-?existent (?:domain|host)|unknown (?:mail )?(?:domain|site)\b/i,
          /\b(?:unknown|illegal|invalid|bad|incorrect) host(?:\/domain)?(?: ?name)?\b(?! (?:key|in helo))/i,
          /(?:unrout(?:e)?able|invalid|bad|illegal|nonexistent) (?:mail |recipient )?domain\b/i,
          /name or service not known|nodename nor servname|hostname unknown/i,
          /couldn't find any host (?:named|by that name)/i,
          /(?:domain|host) name (?:is )?(?:invalid|unknown)|dns name does not exist/i,
          /unable to find (?:the )?(?:host|domain)|bad destination (?:system|host|domain)/i,
          /\bdomain(?: name)?\b[^.;:]{0,40}\b(?:is|was|are) (?:not|un)[ -]?registered\b|unregistered (?:mail )?domain/i,
          /domain (?:is )?(?:invalid|unknown|expired)|\bdomain(?: name)?\b[^.;:]{0,30}\b(?:has|is|was) expired/i,
        ],
      },
      source: RFC3463,
      examples: [
        "550 5.1.2 <jane@no-such.example>... Host unknown (Name server: no-such.example: host not found)",
        "Host or domain name not found. Name service error for name=no-such.example type=A: Host not found",
        "CNAME lookup: no such host no-such.example",
        "Sorry, I couldn't find any host named no-such.example. (#5.1.2)",
        "550 Domain does not exist: no-such.example",
        "Illegal host/domain name found",
        "smtp;5.1.2 (bad destination system: no such domain)",
        "The DNS server said the domain is not registered: no-such.example",
      ],
    },
    {
      id: "transport/no-route",
      cause: "no_route",
      probability: 0.78,
      otherCauses: [{ cause: "domain_not_found", probability: 0.12 }],
      when: {
        text: [
          /unable to route|no route (?:found )?(?:to|for) (?:domain|address|recipient|destination|mail)/i,
          /no (?:known )?route\b(?! to host)|don't know how to (?:route|deliver)/i,
          /(?:cannot|can't|could not) (?:route|find route|determine)[^.;]{0,40}(?:mail|message|domain|next hop|address|destination|\bto\b)/i,
          /no next hop|routing (?:failed|error|failure)/i,
        ],
      },
      source: RFC3463,
      examples: ["550 5.4.4 Unable to route to example.com", "550 5.4.4 no route found for recipient"],
    },
    {
      id: "transport/dns",
      cause: "dns_failure",
      probability: 0.9,
      when: {
        text: [
          /\b(?:dns|name ?server|name service|resolver|mx|domain name|host ?name)\b[^.;]{0,60}(?:time[ds]?[ -]?out|fail(?:ed|ure|s)?|error|not respond|unavailable|problem|temporar|try again|servfail|refused|loop)/i,
          /servfail|serv_fail|(?:could|can) ?not (?:be )?resolved?\b|couldn't resolve|unable to resolve/i,
          /cannot resolve|resolv(?:e|ing|er) (?:failure|error|problem)/i,
          /(?:lookup|query) (?:of|for) [^;]{1,80} (?:failed|timed out)|directory server failure/i,
          /(?:looking up|look-?up of) (?:the )?(?:mx|a|aaaa|dns|address|mail exchangers?)\b/i,
          /\bno (?:dns )?(?:answer|response|reply) (?:from|for|to) (?:the |any |our |your )?(?:mx|dns|name ?servers?|resolver|a record|aaaa record)\b|\bno dns (?:answer|response|reply)/i,
        ],
      },
      source: RFC3463,
      examples: [
        "451 4.4.3 DNS lookup failure for example.com",
        "450 4.4.3 Directory server failure",
        "450 4.4.3 unable to resolve example.com",
        "451 4.4.4 Something went wrong while looking up MX of example.com",
        "no DNS answer for MX of example.com",
      ],
    },
    // Connections
    {
      id: "transport/connect-failed",
      cause: "host_unreachable",
      probability: 0.95,
      when: {
        text: [
          /connect to [^ ]{1,200}:? ?(?:connection|operation|no route|network|host|timed|server refused)/i,
          /connection (?:attempt )?(?:timed? ?-?out|refused|could not be (?:made|established)|failed)/i,
          /connection to [^;]{1,120}(?:refused|timed out|failed)|no route to host/i,
          /network is (?:unreachable|down)|host is (?:down|unreachable)|connect timed out/i,
          /operation timed out|etimedout|econnrefused|ehostunreach|enetunreach/i,
          /connect (?:failed|error|timeout)|timed out while (?:connecting|waiting for connect)/i,
          /connecting to .{1,120}(?:timed out|failed|refused)/i,
        ],
      },
      source: RFC3463,
      examples: [
        "connect to mx.example.com[192.0.2.25]:25: Connection timed out",
        "connect to mx.example.com[192.0.2.25]:25: Connection refused",
        "451 4.4.1 Network is unreachable",
      ],
    },
    {
      id: "transport/own-component",
      cause: "receiver_system_error",
      probability: 0.88,
      when: {
        text: /(?:connect(?:ion|ing)?|reach|contact|talk|communicate)\b (?:to |with )?(?:the |a |our |its |local )?(?:content|virus|anti-?virus|spam|anti-?spam|database|db|ldap|policy|scan\w{0,6}|filter\w{0,3}|milter|back-?end|mail ?store|mysql|auth\w{0,14}|lmtp|dovecot|cyrus|greylist\w{0,3}|redis)\b/i,
      },
      source: "observed: temporary errors of many systems",
      examples: [
        "451 4.3.0 Could not connect to content scanner",
        "451 4.3.0 Unable to contact the policy server",
      ],
    },
    {
      id: "transport/cannot-reach",
      cause: "host_unreachable",
      probability: 0.92,
      when: {
        text: [
          /all (?:mx|mail) (?:hosts|servers)[^;]{0,100}(?:down|fail|unreachable|unavailable)/i,
          /(?:could not|couldn't|cannot|can't|unable to|failed to|not able to|wasn't able to) (?:establish (?:an? )?(?:smtp |tcp )?connect|connect\b|reach\b|contact\b|open (?:an? )?(?:connection|socket)|make a connection|communicate with)/i,
          /no (?:answer|response|reply) from (?:host|server|remote|the)/i,
          /(?:host|destination|network|mail server|all (?:hosts|mx|servers)|remote server)[^;]{0,60}(?:not respond(?:ing)?|unreachable|did not respond|not reachable|cannot be reached|not answer(?:ing)?)/i,
          /accept our requests to connect|smtp connection (?:failed|could not)|\b(?:is|are|was|been) down for/i,
          /all (?:mx|mail) (?:hosts|servers|exchangers)[^.;]{0,30}(?:down|fail|unavailable)/i,
        ],
      },
      source: RFC3463,
      examples: [
        "All MX hosts for example.com are down",
        "451 4.4.1 No answer from host",
        "Could not connect to mx.example.com",
        "unable to reach mail server",
      ],
    },
    {
      id: "transport/connection-lost",
      cause: "network_error",
      probability: 0.9,
      when: {
        text: [
          /lost connection/i,
          /connection (?:was |has been |is |unexpectedly )?(?:reset|lost|dropped|broken|closed|aborted|died|terminated|interrupted)/i,
          /broken pipe|reset by peer/i,
          /(?:closed|dropped|terminated|reset|aborted|cut) (?:the )?connection/i,
          /conversation with [^ ]{1,200} timed out|unexpected(?:ly)? (?:closed|eof|disconnect)/i,
          /terminated unexpectedly|bad connection|premature(?:ly)? (?:closed|eof)|econnreset|\bepipe\b/i,
          /(?:remote|peer|server) (?:host )?(?:hung up|disconnected|closed|has closed)/i,
          /network (?:error|failure|problem)|communication (?:failure|error|problem)/i,
          /(?:timeout|timed out) (?:after|during|while|waiting for|in) (?:(?:sending|the|reply|response|answer|to) ){0,3}(?:data\b|mail from|rcpt to|helo|ehlo|starttls|end of data|message body|(?:initial )?(?:server )?greeting|banner)/i,
          /socket (?:error|closed)/i,
        ],
      },
      source: RFC3463,
      examples: [
        "lost connection with mx.example.com[192.0.2.25] while sending RCPT TO",
        "421 4.4.2 Bad connection",
        "conversation with mx.example.com[192.0.2.25] timed out while sending message body",
        "Connection reset by peer",
      ],
    },
  ],
});
