import type { Advice } from "./advice.ts";

/** The way to the recipient's domain, and the system at its end. */
export const routeAdvice = {
  domain_not_found: {
    sender: [
      "Check the part after the @ for a slip: {domain} does not exist or has no mail server.",
      "Do not send again before the address is corrected.",
    ],
    senderAdmin: ["If {domain} does exist, check that your own name servers answer: dig MX {domain}"],
    recipientAdmin: ["If {domain} is yours: check that it is paid for and that it has an MX record."],
  },
  domain_accepts_no_mail: {
    sender: ["Find another address of this person: {domain} says that it takes no mail at all."],
    senderAdmin: ["Remove addresses of {domain} from your lists."],
    recipientAdmin: [
      "If {domain} should receive mail, replace its null MX record (MX 0 .) by the name of its mail server.",
    ],
  },
  accepted_domain_problem: {
    sender: ["Keep the address and tell the recipient's organisation: several of its addresses are refused."],
    senderAdmin: ["Wait a day before you touch anything: this is on the recipient's side."],
    recipientAdmin: [
      "Check that {domain} is set up on the system its MX record points to, with all its addresses.",
      "After a move allow up to 72 hours for DNS; keep the old system running meanwhile.",
    ],
  },
  stale_route: {
    sender: ["Tell your own administrator: your mail takes an old way to {domain}."],
    senderAdmin: [
      "Compare the server that refused with today's MX record: dig MX {domain}",
      "Remove fixed routes for {domain}: transport maps, send connectors, smart hosts, static entries; then empty the DNS cache.",
      "If {domain} is still set up as one of your own domains although it is hosted elsewhere, remove it there.",
    ],
    recipientAdmin: ["Remove {domain} from the old system, so that it forwards nothing into nowhere."],
  },
  gateway_directory_mismatch: {
    sender: ["Pass the technical line on to the recipient's organisation; keep the address for now."],
    senderAdmin: [],
    recipientAdmin: [
      "Your gateway takes mail for {recipient} that the mail system behind it refuses: let the gateway take over its list of recipients.",
      "After a fix allow for caches: some gateways repeat a refusal for up to 90 minutes.",
    ],
  },
  no_route: {
    sender: ["Check the part after the @ for a slip, then tell the recipient by another way."],
    senderAdmin: [
      "Look up the route as your server does: dig MX {domain}; check connectors and smart hosts for {domain}.",
    ],
    recipientAdmin: ["Publish an MX record for {domain} that names a host with an address record."],
  },
  dns_failure: {
    sender: ["Send again later. If it lasts longer than a day, tell the recipient by another way."],
    senderAdmin: [
      "Ask your resolver and another one: dig MX {domain}; dig MX {domain} @9.9.9.9",
      "If only yours fails, repair your resolver.",
    ],
    recipientAdmin: [
      "Check that all name servers of {domain} answer, over UDP and TCP, and that DNSSEC is intact.",
    ],
  },
  host_unreachable: {
    sender: ["Send again later. If it lasts longer than a day, tell the recipient by another way."],
    senderAdmin: [
      "Test from the sending server: nc -vz <MX host> 25; check that your provider does not block port 25.",
    ],
    recipientAdmin: [
      "Check that the hosts in your MX record answer on port 25 from outside, over IPv4 and IPv6.",
      "Remove MX records of servers that no longer exist.",
    ],
  },
  network_error: {
    sender: ["Send again later, without large attachments."],
    senderAdmin: [
      "If connections break in mid-mail, look at firewalls that inspect SMTP and at the path's packet size (MTU).",
    ],
    recipientAdmin: ["Look in the log of your mail server for dropped connections from {ip}."],
  },
  routing_loop: {
    sender: [
      "Nothing to do on your side; tell the recipient by another way.",
      "Do not send again: each mail goes round again.",
    ],
    senderAdmin: [
      "Check the Received lines in the report: if your own servers appear twice, the loop is yours.",
    ],
    recipientAdmin: [
      "Follow the Received lines: the server that appears again and again sends mail for {domain} back.",
      "Look for two servers that each take the other for responsible, and for forwarding rules that point at each other.",
    ],
  },
  relay_denied: {
    sender: ["Check the part after the @; if it is right, pass the technical line on to your administrator."],
    senderAdmin: [
      "Check that you send to the domain's present mail server: dig MX {domain}",
      "If you meant to send through this server as your own, let your program log in, or add your address to its list.",
    ],
    recipientAdmin: [
      "The server that your MX record names does not feel responsible for {domain}: add the domain there, or correct the MX record.",
      "With a gateway in front, changes of domains and users take 30 to 60 minutes.",
    ],
  },
  delivery_expired: {
    sender: ["Send again later, or reach the person by another way."],
    senderAdmin: [
      "Look in the log for the last reply before the mail expired: that is the real reason.",
      "Check the way: dig MX {domain}; nc -vz <MX host> 25",
    ],
    recipientAdmin: ["Check that your mail server answers on port 25 and does not put off every attempt."],
  },
  tls_failure: {
    sender: ["Nothing to do on your side; tell your administrator."],
    senderAdmin: [
      "Let your server offer STARTTLS with TLS 1.2 or newer.",
      "Test the other side: openssl s_client -starttls smtp -connect <MX host>:25",
    ],
    recipientAdmin: [
      "Install a certificate that names the MX host, with all intermediate certificates, and renew it in time.",
      "If you publish MTA-STS or DANE, compare the policy file and the TLSA records with the certificate in use.",
    ],
  },
  receiver_busy: {
    sender: ["Nothing to do: your server tries again by itself."],
    senderAdmin: ["Let the queue do its work; do not shorten the waiting times."],
    recipientAdmin: ["Look at load and memory of the server, and at limits on connections."],
  },
  receiver_system_full: {
    sender: ["Send again tomorrow, or tell the recipient by another way that their server's disk is full."],
    senderAdmin: [],
    recipientAdmin: ["Free disk space on the mail server: queue, logs and mail store."],
  },
  receiver_system_error: {
    sender: ["Send again later. If it lasts longer than a day, tell the recipient by another way."],
    senderAdmin: [],
    recipientAdmin: [
      "Look in the log of your mail server at the time of the refusal; its own words are in the technical line.",
    ],
  },
  receiver_not_accepting: {
    sender: ["Send again later, or reach the person by another way."],
    senderAdmin: [
      "If only you are refused, the receiver may turn your server away at the door: check its reputation.",
    ],
    recipientAdmin: [
      "Check that the mail service runs and is not in maintenance; remove MX records of retired servers.",
    ],
  },
  protocol_error: {
    sender: ["Nothing to do on your side; tell your administrator."],
    senderAdmin: [
      "Compare the command in the log with the reply; firewalls that inspect SMTP often spoil commands.",
      "Update the software that sends.",
    ],
    recipientAdmin: ["Check whether a firewall or filter in front of the server changes SMTP commands."],
  },
  unknown: {
    sender: [
      "Read the technical line and ask the recipient's organisation what it means; the report does not say more.",
    ],
    senderAdmin: ["Look in the log of the sending server for the whole reply, also of earlier attempts."],
    recipientAdmin: ["Look in your log at the time of the refusal for the rule that refused."],
  },
} as const satisfies Readonly<Record<string, Advice>>;
