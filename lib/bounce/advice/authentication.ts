import type { Advice } from "./advice.ts";

const TELL_ADMIN =
  "Pass this report on to whoever runs the mail of {senderDomain}; you cannot mend it in your mail program.";

/** SPF, DKIM, DMARC and what else a sending server has to prove. */
export const authenticationAdvice = {
  spf_failure: {
    sender: [TELL_ADMIN],
    senderAdmin: [
      "Find out which service or server has the address {ip}, and whether it should send for {senderDomain}.",
      "If so, add it to the one SPF record of {senderDomain}, for example ip4:{ip} or the include that the service names.",
      "Keep one record only, at most 10 lookups in it, and no +all.",
      "If the mail was forwarded, SPF cannot pass: sign with DKIM, so that the mail passes without it.",
    ],
    recipientAdmin: [
      "If the mail came to you by a forwarder of your own, exempt that forwarder from the SPF check or let it rewrite the sender (SRS).",
    ],
  },
  dkim_failure: {
    sender: [TELL_ADMIN],
    senderAdmin: [
      "Let the sending service sign with {senderDomain} and publish the key it gives you: <selector>._domainkey.{senderDomain} TXT",
      "Check that nothing changes the mail after signing: footers, virus scanners, mailing lists.",
    ],
    recipientAdmin: [],
  },
  dmarc_failure: {
    sender: [TELL_ADMIN],
    senderAdmin: [
      "Make SPF or DKIM pass with {senderDomain} itself, not only with the domain of the service that sends.",
      "For a service: set up DKIM signing with {senderDomain}, and if it offers one, a return path below {senderDomain}.",
      "For forwarded mail only DKIM helps: SPF breaks at every forwarder.",
      "Read the DMARC reports (rua) to find all services that send for {senderDomain}. Do not lower the policy before you have looked: it keeps others from using your name.",
    ],
    recipientAdmin: [
      "If a forwarder or list of yours broke the authentication, let it seal with ARC or use its own address as the sender.",
    ],
  },
  arc_failure: {
    sender: [TELL_ADMIN],
    senderAdmin: ["Sign with DKIM, so that forwarding does not depend on ARC."],
    recipientAdmin: [
      "Check the forwarders on the way: one of them changed the mail after sealing it, or its key is gone.",
    ],
  },
  authentication_multiple: {
    sender: [TELL_ADMIN],
    senderAdmin: [
      "Add {ip} or the service behind it to the SPF record of {senderDomain}.",
      "Turn on DKIM signing with {senderDomain} and publish the key.",
      'Publish a DMARC record: _dmarc.{senderDomain} TXT "v=DMARC1; p=none; rua=mailto:dmarc@{senderDomain}"',
    ],
    recipientAdmin: [],
  },
  authentication_required_bulk: {
    sender: [TELL_ADMIN],
    senderAdmin: [
      "Make both SPF and DKIM pass for all mail of {senderDomain}, and one of them with {senderDomain} itself.",
      'Publish a DMARC record; p=none is enough: _dmarc.{senderDomain} TXT "v=DMARC1; p=none; rua=mailto:dmarc@{senderDomain}"',
      "Put a one-click unsubscribe header into bulk mail and keep complaints low.",
    ],
    recipientAdmin: [],
  },
  forwarding_broke_auth: {
    sender: [
      "Write to the final address directly, if you know it; the forwarding on the recipient's side breaks the check.",
    ],
    senderAdmin: ["Sign with DKIM: it survives forwarding as long as the mail is not changed."],
    recipientAdmin: [
      "Let the forwarding server rewrite the sender (SRS) and seal with ARC, or fetch the mail instead of forwarding it.",
      "Name the forwarder as a trusted relay on the system that refuses.",
    ],
  },
  reverse_dns: {
    sender: [TELL_ADMIN],
    senderAdmin: [
      "Ask the owner of {ip} (your hosting company) to set its reverse DNS to the name of your mail server.",
      "That name needs an A or AAAA record that leads back to {ip}, and the server should greet with the same name.",
      "If you cannot set it, send through your provider's relay, or over IPv4 instead of IPv6.",
    ],
    recipientAdmin: [],
  },
  helo_invalid: {
    sender: [TELL_ADMIN],
    senderAdmin: [
      "Let the server greet (HELO/EHLO) with its own full name, such as mail.{senderDomain}, not localhost and not an address.",
      "Give that name an A or AAAA record, and the sending address the same name in reverse DNS.",
    ],
    recipientAdmin: [],
  },
  sender_address_invalid: {
    sender: ["Check the sender's address in the account settings of your mail program for a slip."],
    senderAdmin: [
      "Make sure that the domain of the envelope sender has an MX or A record and that the address takes bounces.",
      "Replace senders like noreply@localhost or those of internal names by a real address of {senderDomain}.",
    ],
    recipientAdmin: [],
  },
  forged_sender: {
    sender: [
      "Ignore the report if you did not send this mail: somebody used your address as a false sender.",
      "If you did send mail at that time, change your password and look at the sent folder.",
    ],
    senderAdmin: [
      "Publish DMARC with p=quarantine or p=reject once your own mail passes, so that false mail is refused at once.",
    ],
    recipientAdmin: [
      "Refuse mail while the connection is open instead of sending reports later: the sender is often forged.",
    ],
  },
} as const satisfies Readonly<Record<string, Advice>>;
