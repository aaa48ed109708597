import type { MessageWords } from "./languages.ts";

export const english: MessageWords = {
  subjectToThem: "Your mail server refuses mail to {recipient}",
  subjectToUs: "Our mail to {recipient} was refused",
  greeting: "Hello,",
  happenedToThem: "a mail to {recipient} came back. Your mail system refused it:",
  happenedToUs: "my mail to {recipient} came back. This is what the other side's server said:",
  theAddress: "this address",
  labels: {
    recipient: "Recipient",
    sender: "Sender",
    time: "Time",
    messageId: "Message-ID",
    server: "Server",
    reply: "Reply",
  },
  kinds: {
    directory:
      "This is the reply of Microsoft 365's Directory-Based Edge Blocking: the address is not in the directory of your tenant. It is given before any filter looks at the mail, so SPF, DKIM, DMARC and blocklists have nothing to do with it, and the message trace shows nothing. Please check whether {recipient} should exist. If it does exist, allow up to 24 hours after changes, set the proxy address anew, or, if the whole domain is affected, set the accepted domain to Internal relay, save, and back to Authoritative. Dynamic distribution groups and on-premises public folders need a mail contact or synchronisation. These commands show the state:",
    mailbox:
      "Please check whether the mailbox {recipient} exists, is switched on and has room, and where its mail is forwarded to.",
    refused:
      "It seems that a rule, a list or a filter of yours refused the mail. Please look it up in your log by time and recipient, and let mail from this sender through if it is welcome.",
    route:
      "It seems that mail for this domain does not reach the right server. Please check the MX record, that its hosts answer on port 25 from outside, that they know the domain and its addresses, and that their certificate is valid.",
    system: "The reply points to a fault of the receiving server. Please look in its log at the time given.",
    authentication:
      "The reply says that our mail does not prove where it comes from. Please check SPF, DKIM and DMARC of our domain and the reverse DNS and greeting name of the sending server, above all whether the service that sent this mail is listed and signs with our domain.",
    reputation:
      "The reply says that our sending server or domain has a bad standing there, or sends too much. Please look for the cause first (a hacked account, a form open to everybody, bulk mail), stop it, and then ask the list or the receiver named in the reply for removal.",
    letters:
      "The address or the mail has letters beyond ASCII, and your server does not offer SMTPUTF8 (RFC 6531). Please switch it on, or tell us an address in plain letters for {recipient}.",
    undecided:
      "The reply does not say why it was refused, and neither could we tell. Please look it up in your log by time and recipient: only your side can see the reason.",
    forwarding:
      "The mail was passed on by a forwarding or a list of yours, and the next server refused it because a mail that was passed on no longer proves where it comes from. Please have the forwarder rewrite the envelope sender (SRS), leave the mail unchanged so that its DKIM signature holds, and seal it with ARC.",
    oldWay:
      "Our server handed the mail to a system that is not responsible for this domain any more: its MX record names other servers. Please look for what still leads there (transport maps, connectors, smart hosts, hosts files, DNS cache) and remove it.",
    pace: "They take our mail more slowly than our server sends it. Please check that it keeps such mail in its queue and tries again from the same address for a day at least, and let it open fewer connections and send fewer mails at once to this receiver.",
    format:
      "The other side could not read what our server sent: the mail or the conversation breaks the standard. Please look in its log at the time given, and check the program that wrote the mail (headers, line ends, line length, encoding) and whatever changes mail on its way out.",
    returnAddress:
      "The reply says that the sender's address cannot be written back to. Please check that the address exists, and that its domain has an MX record and takes mail.",
    account:
      "The reply points to our own sending side: a limit or block of the account, a missing login, or a list on which our sending service keeps this address. Please check it with the technical line above.",
  },
  thanks: "Thank you.",
};
